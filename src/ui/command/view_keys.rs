//! Keys and gestures that are no commands, by what they belong to.

/// What is done, and the keys that do it.
pub type ViewKey = (&'static str, &'static str);

/// Keys and gestures that are no commands, by what they belong to.
pub const VIEW_KEYS: &[(&str, &[ViewKey])] = &[
    (
        "The parts of the window",
        &[
            ("The next part: what the tab shows, the text that is read, the form, the tabs", "F6"),
            ("The part before", "Shift+F6"),
        ],
    ),
    (
        "Reading a source",
        &[
            ("Statement of the selected words", "S"),
            ("Visit of the selected words", "V"),
            ("Actor of the selected words", "A"),
            ("Cite of the record looked at before", "C"),
            ("Select letters, lines", "Shift+Arrows"),
            ("Select words", "Ctrl+Shift+Arrows"),
            ("Select the paragraph", "Ctrl+A"),
            ("The next paragraph, the one before", "Down, Up"),
            ("Copy the selected words with their citation", "Ctrl+C"),
        ],
    ),
    (
        "Proposals of an article",
        &[
            ("Accept", "Enter"),
            ("Refuse", "X or Backspace"),
            ("The next, the one before", "Down, Up"),
            ("What is in doubt", "Tab"),
            ("Choose, or tick off", "1 … 9"),
            ("Accept it into its form", "E"),
            ("Put it to the one above", "M"),
            ("Accept the sure ones of the paragraph", "Shift+Enter"),
            ("Show what was refused", "R"),
            ("Leave", "Esc"),
        ],
    ),
    (
        "Chart",
        &[
            ("Closer or farther in time", "Wheel"),
            ("Farther, closer", "−  +"),
            ("All of it", "0"),
            ("Another part of time", "Drag"),
            ("Only a range of dates", "Shift+Drag"),
            ("The visit before or after, the lane above or below", "Arrows"),
        ],
    ),
    (
        "Forms",
        &[
            ("Take the name or the entry", "Enter or Tab"),
            ("Open a list of entries", "Down"),
            ("What the field means", "F1"),
            ("Take away the row in hand", "Alt+Delete"),
            ("Take away a name", "Left, then Delete"),
            ("Back to what it was", "Esc"),
        ],
    ),
    (
        "Help",
        &[
            ("Find in all pages", "Type"),
            ("Up and down in the list", "Arrows"),
            ("Up and down in the page", "Page Up, Page Down"),
            ("Back to the page before", "Alt+Left"),
        ],
    ),
];
