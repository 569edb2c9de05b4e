//! The icons: Phosphor (MIT), regular weight, and fill for direct quotes, errors and what is switched on.

#![expect(missing_docs, reason = "each name says what it is; the groups are described")]

use egui::{Color32, FontId, Pos2, Rect, RichText, Shape, Ui, pos2};

use super::fonts;

/// One icon of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Icon {
    glyph: char,
    weight: Weight,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Weight {
    Regular,
    Fill,
}

impl Icon {
    /// The icon as text of `size` points, to be coloured by the caller. For labels of one icon.
    pub fn text(self, size: f32) -> RichText {
        RichText::new(self.glyph).font(self.font_id(size))
    }

    /// Its character, for a layout job that sets its own font.
    pub fn glyph(self) -> char {
        self.glyph
    }

    /// The font that draws it, `size` points wide and high.
    pub fn font_id(self, size: f32) -> FontId {
        let family = match self.weight {
            Weight::Regular => fonts::icons(),
            Weight::Fill => fonts::icons_fill(),
        };
        FontId::new(size, family)
    }

    /// Paints it, `size` points wide and high, around `centre`.
    pub fn paint(self, ui: &Ui, centre: Pos2, size: f32, colour: Color32) {
        ui.painter().add(self.shape(ui, centre, size, colour));
    }

    /// What [`Self::paint`] paints.
    pub fn shape(self, ui: &Ui, centre: Pos2, size: f32, colour: Color32) -> Shape {
        let galley = ui.painter().layout_no_wrap(self.glyph.to_string(), self.font_id(size), colour);
        let corner = Rect::from_center_size(centre, galley.size()).min;
        Shape::galley(pos2(corner.x, corner.y), galley, colour)
    }
}

macro_rules! icons {
    ($($name:ident, $weight:ident, $glyph:literal;)+) => {
        $(pub const $name: Icon = Icon { glyph: $glyph, weight: icons!(@$weight) };)+

        /// Every icon, for the test that each has a glyph.
        #[cfg(test)]
        const ALL: &[(&str, Icon)] = &[$((stringify!($name), $name)),+];
    };
    (@regular) => { Weight::Regular };
    (@fill) => { Weight::Fill };
}

icons! {
    AIRPLANE_LANDING, regular, '\u{e502}';
    AIRPLANE_TAKEOFF, regular, '\u{e504}';
    AIRPLANE_TILT, regular, '\u{e5d6}';
    ALIGN_LEFT, regular, '\u{e50e}';
    ANCHOR, regular, '\u{e514}';
    ARCHIVE, regular, '\u{e00c}';
    ARROW_BEND_UP_LEFT, regular, '\u{e024}';
    ARROW_CLOCKWISE, regular, '\u{e036}';
    ARROW_COUNTER_CLOCKWISE, regular, '\u{e038}';
    ARROW_DOWN, regular, '\u{e03e}';
    ARROW_ELBOW_DOWN_RIGHT, regular, '\u{e046}';
    ARROW_LEFT, regular, '\u{e058}';
    ARROW_LINE_RIGHT, regular, '\u{e064}';
    ARROW_RIGHT, regular, '\u{e06c}';
    ARROW_SQUARE_OUT, regular, '\u{e5de}';
    ARROW_U_UP_LEFT, regular, '\u{e08a}';
    ARROW_U_UP_RIGHT, regular, '\u{e08c}';
    ARROW_UP, regular, '\u{e08e}';
    ARROWS_CLOCKWISE, regular, '\u{e094}';
    ARROWS_DOWN_UP, regular, '\u{e098}';
    ARROWS_LEFT_RIGHT, regular, '\u{e0a0}';
    ARROWS_MERGE, regular, '\u{ed3e}';
    ARROWS_OUT_LINE_HORIZONTAL, regular, '\u{e534}';
    ARTICLE, regular, '\u{e0a8}';
    BANK, regular, '\u{e0b4}';
    BINOCULARS, regular, '\u{ea64}';
    BOOK_OPEN, regular, '\u{e0e6}';
    BOOKMARK_SIMPLE, regular, '\u{e0ea}';
    BOOKMARKS, regular, '\u{e0ec}';
    BROADCAST, regular, '\u{e0f2}';
    BUILDING_OFFICE, regular, '\u{e0ff}';
    BUILDINGS, regular, '\u{e102}';
    CALENDAR_BLANK, regular, '\u{e10a}';
    CALENDAR_DOTS, regular, '\u{e7b4}';
    CALENDAR_X, regular, '\u{e10c}';
    CAMERA, regular, '\u{e10e}';
    CARET_DOUBLE_DOWN, regular, '\u{e126}';
    CARET_DOUBLE_RIGHT, regular, '\u{e12a}';
    CARET_DOWN, regular, '\u{e136}';
    CARET_LEFT, regular, '\u{e138}';
    CARET_RIGHT, regular, '\u{e13a}';
    CARET_UP, regular, '\u{e13c}';
    CARET_UP_DOWN, regular, '\u{e140}';
    CHART_BAR, regular, '\u{e150}';
    CHART_BAR_HORIZONTAL, regular, '\u{e152}';
    CHART_LINE, regular, '\u{e154}';
    CHAT_SLASH, regular, '\u{e15e}';
    CHAT_TEXT, regular, '\u{e17a}';
    CHATS_CIRCLE, regular, '\u{e17e}';
    CHECK, regular, '\u{e182}';
    CHECK_CIRCLE, regular, '\u{e184}';
    CHECK_SQUARE, regular, '\u{e186}';
    CIRCLE, regular, '\u{e18a}';
    CIRCLE_DASHED, regular, '\u{e602}';
    CIRCLE_HALF, regular, '\u{e18c}';
    CLIPBOARD_TEXT, regular, '\u{e198}';
    CLOCK, regular, '\u{e19a}';
    CLOCK_COUNTER_CLOCKWISE, regular, '\u{e1a0}';
    COLUMNS, regular, '\u{e546}';
    COMMAND, regular, '\u{e1c4}';
    COPY, regular, '\u{e1ca}';
    COPY_SIMPLE, regular, '\u{e1cc}';
    CORNERS_OUT, regular, '\u{e1d0}';
    CURSOR_CLICK, regular, '\u{e7c8}';
    DATABASE, regular, '\u{e1de}';
    DETECTIVE, regular, '\u{e83e}';
    DOT, regular, '\u{ecde}';
    DOTS_SIX_VERTICAL, regular, '\u{eae2}';
    DOTS_THREE, regular, '\u{e1fe}';
    DOTS_THREE_VERTICAL, regular, '\u{e208}';
    DOWNLOAD_SIMPLE, regular, '\u{e20c}';
    ENVELOPE_SIMPLE, regular, '\u{e218}';
    EQUALS, regular, '\u{e21c}';
    EXPORT, regular, '\u{eaf0}';
    EYE, regular, '\u{e220}';
    EYE_SLASH, regular, '\u{e224}';
    FACTORY, regular, '\u{e760}';
    FILE, regular, '\u{e230}';
    FILE_ARROW_DOWN, regular, '\u{e232}';
    FILE_CSV, regular, '\u{eb1c}';
    FILE_DASHED, regular, '\u{e704}';
    FILE_HTML, regular, '\u{eb38}';
    FILE_MD, regular, '\u{ed50}';
    FILE_PLUS, regular, '\u{e236}';
    FILE_TEXT, regular, '\u{e23a}';
    FILE_X, regular, '\u{e23c}';
    FILES, regular, '\u{e710}';
    FLAG, regular, '\u{e244}';
    FLAG_BANNER, regular, '\u{e622}';
    FLOPPY_DISK, regular, '\u{e248}';
    FOLDER, regular, '\u{e24a}';
    FOLDER_OPEN, regular, '\u{e256}';
    FRAME_CORNERS, regular, '\u{e626}';
    FUNNEL, regular, '\u{e266}';
    FUNNEL_SIMPLE, regular, '\u{e268}';
    GAUGE, regular, '\u{e628}';
    GEAR_SIX, regular, '\u{e272}';
    GIT_BRANCH, regular, '\u{e278}';
    GIT_DIFF, regular, '\u{e27c}';
    GIT_MERGE, regular, '\u{e280}';
    GLOBE, regular, '\u{e288}';
    GLOBE_HEMISPHERE_EAST, regular, '\u{e28a}';
    GLOBE_HEMISPHERE_WEST, regular, '\u{e28c}';
    GRAPH, regular, '\u{eb58}';
    HANDSHAKE, regular, '\u{e582}';
    HASH, regular, '\u{e2a2}';
    HOUSE, regular, '\u{e2c2}';
    IDENTIFICATION_BADGE, regular, '\u{e6f6}';
    IMAGE, regular, '\u{e2ca}';
    INFO, regular, '\u{e2ce}';
    INSTAGRAM_LOGO, regular, '\u{e2d0}';
    KEYBOARD, regular, '\u{e2d8}';
    LIGHTBULB, regular, '\u{e2dc}';
    LINK, regular, '\u{e2e2}';
    LINK_BREAK, regular, '\u{e2e4}';
    LINK_SIMPLE, regular, '\u{e2e6}';
    LIST, regular, '\u{e2f0}';
    LIST_BULLETS, regular, '\u{e2f2}';
    LIST_CHECKS, regular, '\u{eadc}';
    LIST_MAGNIFYING_GLASS, regular, '\u{ebe0}';
    LIST_NUMBERS, regular, '\u{e2f6}';
    LOCK_SIMPLE, regular, '\u{e308}';
    MAGNIFYING_GLASS, regular, '\u{e30c}';
    MAGNIFYING_GLASS_MINUS, regular, '\u{e30e}';
    MAGNIFYING_GLASS_PLUS, regular, '\u{e310}';
    MAP_PIN, regular, '\u{e316}';
    MAP_TRIFOLD, regular, '\u{e31a}';
    MEGAPHONE, regular, '\u{e324}';
    MICROPHONE, regular, '\u{e326}';
    MINUS, regular, '\u{e32a}';
    MINUS_CIRCLE, regular, '\u{e32c}';
    MONITOR, regular, '\u{e32e}';
    MOON, regular, '\u{e330}';
    MOUSE_SIMPLE, regular, '\u{e644}';
    NETWORK, regular, '\u{edde}';
    NEWSPAPER, regular, '\u{e344}';
    NOT_EQUALS, regular, '\u{eda6}';
    NOTE, regular, '\u{e348}';
    NOTE_PENCIL, regular, '\u{e34c}';
    NOTEBOOK, regular, '\u{e34e}';
    PAPERCLIP, regular, '\u{e39a}';
    PARAGRAPH, regular, '\u{e960}';
    PATH, regular, '\u{e39c}';
    PENCIL_SIMPLE, regular, '\u{e3b4}';
    PENCIL_SIMPLE_LINE, regular, '\u{ebc6}';
    PERCENT, regular, '\u{e3b6}';
    PLUS, regular, '\u{e3d4}';
    PLUS_CIRCLE, regular, '\u{e3d6}';
    PRINTER, regular, '\u{e3dc}';
    PROHIBIT, regular, '\u{e3de}';
    PUSH_PIN, regular, '\u{e3e2}';
    QUESTION, regular, '\u{e3e8}';
    QUOTES, regular, '\u{e660}';
    RANKING, regular, '\u{ed62}';
    ROBOT, regular, '\u{e762}';
    ROWS, regular, '\u{e5a2}';
    SCALES, regular, '\u{e750}';
    SCISSORS, regular, '\u{eae0}';
    SEAL_CHECK, regular, '\u{e606}';
    SELECTION, regular, '\u{e69a}';
    SHARE_NETWORK, regular, '\u{e408}';
    SHIELD_CHECK, regular, '\u{e40c}';
    SHIELD_WARNING, regular, '\u{e412}';
    SIDEBAR, regular, '\u{eab6}';
    SIDEBAR_SIMPLE, regular, '\u{ec24}';
    SIGN_OUT, regular, '\u{e42a}';
    SLIDERS_HORIZONTAL, regular, '\u{e434}';
    SORT_ASCENDING, regular, '\u{e444}';
    SORT_DESCENDING, regular, '\u{e446}';
    SQUARE, regular, '\u{e45e}';
    SQUARE_HALF, regular, '\u{e462}';
    SQUARES_FOUR, regular, '\u{e464}';
    STACK, regular, '\u{e466}';
    STAR, regular, '\u{e46a}';
    SUN, regular, '\u{e472}';
    SWAP, regular, '\u{e83c}';
    TABLE, regular, '\u{e476}';
    TAG, regular, '\u{e478}';
    TARGET, regular, '\u{e47c}';
    TEXT_ALIGN_LEFT, regular, '\u{e484}';
    TEXT_COLUMNS, regular, '\u{ec96}';
    TEXT_T, regular, '\u{e48a}';
    TIMER, regular, '\u{e492}';
    TRANSLATE, regular, '\u{e4a2}';
    TRASH, regular, '\u{e4a6}';
    TRAY, regular, '\u{e4aa}';
    TRAY_ARROW_DOWN, regular, '\u{e010}';
    TREE_STRUCTURE, regular, '\u{e67c}';
    UPLOAD_SIMPLE, regular, '\u{e4c0}';
    USER, regular, '\u{e4c2}';
    USER_CIRCLE_DASHED, regular, '\u{ec36}';
    USER_FOCUS, regular, '\u{e6fc}';
    USER_PLUS, regular, '\u{e4d0}';
    USERS, regular, '\u{e4d6}';
    USERS_THREE, regular, '\u{e68e}';
    VIDEO_CAMERA, regular, '\u{e4da}';
    WARNING, regular, '\u{e4e0}';
    WARNING_CIRCLE, regular, '\u{e4e2}';
    WRENCH, regular, '\u{e5d4}';
    X, regular, '\u{e4f6}';
    X_CIRCLE, regular, '\u{e4f8}';
    X_LOGO, regular, '\u{e4bc}';
    QUOTES_FILL, fill, '\u{e660}';
    X_CIRCLE_FILL, fill, '\u{e4f8}';
    STAR_FILL, fill, '\u{e46a}';
    BOOKMARK_SIMPLE_FILL, fill, '\u{e0ea}';
    CIRCLE_FILL, fill, '\u{e18a}';
    WARNING_FILL, fill, '\u{e4e0}';
    PUSH_PIN_FILL, fill, '\u{e3e2}';
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_a_glyph() {
        let ctx = egui::Context::default();
        crate::ui::theme::apply(&ctx, egui::ThemePreference::Light);
        let mut missing = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.ctx().fonts_mut(|fonts| {
                for (name, icon) in ALL {
                    if !fonts.has_glyph(&icon.font_id(16.0), icon.glyph) {
                        missing.push(*name);
                    }
                }
            });
        });
        output.textures_delta.clear();
        assert_eq!(missing, Vec::<&str>::new());
    }
}
