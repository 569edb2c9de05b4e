//! Dateline: a desktop workbench for geopolitics briefings.
