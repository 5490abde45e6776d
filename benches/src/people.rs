//! A people.csv of any length, the same every time: `people 1000000 > people.csv`. Addresses of a reserved domain.

mod corpus;

use std::io::{BufWriter, Write as _};

fn main() -> std::io::Result<()> {
    let people: usize = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(1000);
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "id,role,email,phone")?;
    for i in 0..people {
        let person = corpus::person(i);
        let [email, phone] = &person.identifiers[..] else { unreachable!("two identifiers") };
        writeln!(out, "{},{},{},{}", person.id, person.role, email.1, phone.1)?;
    }
    out.flush()
}
