use std::io;
use std::path::{Path, PathBuf};

/// Numbered files in `screenshots/`.
pub struct Shots {
    folder: PathBuf,
    taken: usize,
}

impl Shots {
    pub fn new(out: &Path) -> io::Result<Self> {
        let folder = out.join("screenshots");
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder, taken: 0 })
    }

    /// Writes one and gives its name below the output folder.
    pub fn keep(&mut self, name: &str, png: &[u8]) -> io::Result<String> {
        self.taken += 1;
        let file = format!("{:02}-{}.png", self.taken, slug(name));
        std::fs::write(self.folder.join(&file), png)?;
        Ok(format!("screenshots/{file}"))
    }
}

/// Letters, digits and single hyphens, at most 40.
fn slug(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars().take(40) {
        match letter {
            l if l.is_ascii_alphanumeric() => out.push(l.to_ascii_lowercase()),
            _ if !out.ends_with('-') && !out.is_empty() => out.push('-'),
            _ => {}
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_numbered() {
        let dir = tempfile::tempdir().unwrap();
        let mut shots = Shots::new(dir.path()).unwrap();
        assert_eq!(shots.keep("click #send / …", b"x").unwrap(), "screenshots/01-click-send.png");
        assert_eq!(shots.keep("../../etc", b"y").unwrap(), "screenshots/02-etc.png");
        assert_eq!(std::fs::read(dir.path().join("screenshots/02-etc.png")).unwrap(), b"y");
    }
}
