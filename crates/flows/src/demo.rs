//! The main job once through, on the replica service.
