//! The rules of merging, one test each.
