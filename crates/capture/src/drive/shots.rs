use std::io;
use std::path::{Path, PathBuf};

/// The folder `screenshots/`.
pub struct Shots {
    folder: PathBuf,
}

/// Which picture: run, page of the run and picture of the page, each 1-based. Runs and pages go on side by side, so no
/// counter over all of them would give the same names twice.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    pub run: usize,
    pub page: usize,
    pub shot: usize,
}

impl Shots {
    pub fn new(out: &Path) -> Self {
        Self { folder: out.join("screenshots") }
    }

    /// Writes one and gives its name below the output folder.
    pub fn keep(&self, place: Place, name: &str, png: &[u8]) -> io::Result<String> {
        let file = format!("{}-{:02}-{:02}-{}.png", place.run, place.page, place.shot, slug(name));
        std::fs::create_dir_all(&self.folder)?;
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
        let shots = Shots::new(dir.path());
        let place = Place { run: 1, page: 2, shot: 3 };
        assert_eq!(shots.keep(place, "click #send / …", b"x").unwrap(), "screenshots/1-02-03-click-send.png");
        assert_eq!(shots.keep(place, "../../etc", b"y").unwrap(), "screenshots/1-02-03-etc.png");
        assert_eq!(std::fs::read(dir.path().join("screenshots/1-02-03-etc.png")).unwrap(), b"y");
    }
}
