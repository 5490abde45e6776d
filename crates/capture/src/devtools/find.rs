use std::path::{Path, PathBuf};

/// Names and places Chromium is installed under, in the order they are tried.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES: [&str; 4] = [
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The browser to start, or every path that was tried.
pub fn find(wanted: Option<&Path>) -> Result<PathBuf, Vec<PathBuf>> {
    let candidates: Vec<PathBuf> = match wanted {
        Some(path) => vec![path.to_owned()],
        None => usual(&std::env::var_os("PATH").unwrap_or_default()),
    };
    candidates.iter().find(|p| p.is_file()).cloned().ok_or(candidates)
}

fn usual(path: &std::ffi::OsStr) -> Vec<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(path).collect();
    let named = NAMES.iter().flat_map(|name| folders.iter().map(move |f| f.join(name)));
    named.chain(PLACES.iter().map(PathBuf::from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_browser_names_what_was_tried() {
        let wanted = Path::new("/nonexistent/chromium");
        assert_eq!(find(Some(wanted)), Err(vec![wanted.to_owned()]));
        assert!(usual("/a:/b".as_ref()).starts_with(&["/a/chromium".into(), "/b/chromium".into()]));
    }
}
