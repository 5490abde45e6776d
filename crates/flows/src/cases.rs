//! The breach process: a person acts, the domain decides, the register keeps both in one transaction.
