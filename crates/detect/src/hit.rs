use facts::IdentifierKind;
use std::sync::Arc;

/// Shared by all hits that have them: hits may be many.
pub type Words = Arc<[&'static str]>;

/// One identifier of one person, found in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Index of the person; [`crate::Needles::person`] gives id and role. None for a pattern without a list.
    pub person: Option<u32>,
    pub identifier: IdentifierKind,
    /// From what was typed to the token: normalisation, then hashes and their encoding; `["plain"]` as typed.
    pub form: Words,
    /// Containers peeled off, outermost first.
    pub layers: Words,
    /// Of the token, or of its outermost container, in the scanned bytes.
    pub offset: u64,
    /// The token alone could be chance (a national phone number without context).
    pub low: bool,
    /// Several people have this identifier.
    pub shared: bool,
    /// Names the identifier within a list, however people typed it; none without a list.
    pub same: Option<u64>,
}
