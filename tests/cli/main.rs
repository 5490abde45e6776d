//! The command line as a user meets it: what goes in, what comes out, which exit code.

mod archives;
mod bad_input;
mod case;
mod data;
mod disguises;
mod readers;
