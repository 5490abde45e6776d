//! Forms of a case, all made from one table: drawn, read, and told again in the history.

mod draw;
mod read;
pub mod table;

pub use draw::{Drawn, Input, again, dom, label};
pub use read::{read, told};
pub use table::{FORMS, Form, find};
