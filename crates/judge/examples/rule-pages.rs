//! Writes the manual page of every rule into docs/rules, from the rule's own comment.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules");
    std::fs::create_dir_all(&folder)?;
    for rule in judge::RULES {
        std::fs::write(folder.join(format!("{}.md", rule.name)), rule.manual())?;
    }
    Ok(())
}
