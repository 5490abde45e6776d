use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

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

/// The `User-Agent` of a visitor's browser of its version (seen in Chromium 156); none
/// where it does not tell its version.
pub async fn visitors_agent(program: &Path) -> Option<String> {
    let told = tokio::process::Command::new(program).arg("--version").stderr(Stdio::null()).kill_on_drop(true).output();
    let told = tokio::time::timeout(Duration::from_secs(5), told).await.ok()?.ok()?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let version = told.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    let major = version.split('.').next()?;
    let system = if cfg!(target_os = "macos") { "Macintosh; Intel Mac OS X 10_15_7" } else { "X11; Linux x86_64" };
    Some(format!("Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{major}.0.0.0 Safari/537.36"))
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
