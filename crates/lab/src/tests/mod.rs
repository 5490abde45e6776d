mod browser;
mod client;
mod control;
mod erasure;
mod pixel;
mod service;
mod words;

use crate::{Lab, Options};
use client::Client;

pub(super) const CARER: [(&str, &str); 5] = [
    ("first-name", "Anna-Karin"),
    ("last-name", "Öberg Svensson"),
    ("organisation", "Lindens vårdcentral"),
    ("email", "Anna.Oberg@example.com"),
    ("phone", "070-174 06 05"),
];

pub(super) async fn lab() -> Lab {
    crate::start(Options::default()).await.expect("the lab starts")
}

/// Registers a carer and stays logged in.
pub(super) async fn registered(lab: &Lab) -> Client {
    let mut client = Client::new(lab);
    let answer = client.post("/register", &CARER).await;
    assert_eq!(answer.location.as_deref(), Some("/invite?welcome"), "{}", answer.text);
    client
}
