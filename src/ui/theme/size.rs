//! Distances, in egui points at 100 %.

#![expect(missing_docs, reason = "each name says what it is; the groups are described")]

/// The spacing scale: the only gaps there are. `S8` is 8 points.
pub const S2: f32 = 2.0;
pub const S4: f32 = 4.0;
pub const S8: f32 = 8.0;
pub const S12: f32 = 12.0;
pub const S16: f32 = 16.0;
pub const S20: f32 = 20.0;
pub const S24: f32 = 24.0;
pub const S32: f32 = 32.0;
pub const S40: f32 = 40.0;

/// Heights of the bars.
pub const TOP_BAR: f32 = 44.0;
pub const TABS_BAR: f32 = 38.0;
pub const FILTER_BAR: f32 = 40.0;
pub const TOOL_BAR: f32 = 44.0;
pub const STATUS_BAR: f32 = 28.0;

/// Widths of the inspector.
pub const INSPECTOR_VIEWING: f32 = 360.0;
pub const INSPECTOR_EDITING: f32 = 404.0;
pub const INSPECTOR_MIN: f32 = 300.0;
pub const INSPECTOR_MAX: f32 = 520.0;
/// Below this width of the window the inspector slides over the content.
pub const NARROW_WINDOW: f32 = 1100.0;

/// Padding of the content: left, right; and of the overview on both sides.
pub const CONTENT_LEFT: f32 = 24.0;
pub const CONTENT_RIGHT: f32 = 28.0;
pub const OVERVIEW_PADDING: f32 = 40.0;

/// The label column of a property row, and the gap after it.
pub const LABEL_COLUMN: f32 = 74.0;
pub const LABEL_GAP: f32 = 12.0;

/// Heights of rows and controls.
pub const TABLE_ROW: f32 = 30.0;
pub const TABLE_HEAD: f32 = 32.0;
pub const LIST_ROW: f32 = 26.0;
/// Beside rows, what a scroll bar takes.
pub const BESIDE_BAR: f32 = 10.0;
pub const POPOVER_ROW: f32 = 32.0;
/// The same in a window lower than this.
pub const LOW_POPOVER_ROW: f32 = 29.0;
pub const LOW_WINDOW: f32 = 660.0;
pub const FIELD: f32 = 30.0;
pub const BUTTON: f32 = 28.0;
pub const CHIP: f32 = 22.0;
pub const FILTER_CHIP: f32 = 24.0;

pub const LANE_ROW_MIN: f32 = 28.0;
pub const MIN_MARK_WIDTH: f32 = 6.0;
/// Density strips: pitch of the rows, height of a cell, gap between cells.
pub const STRIP_ROW: f32 = 21.5;
pub const STRIP_CELL: f32 = 17.0;
pub const STRIP_GAP: f32 = 1.0;

/// Statement cards.
pub const CARD_PADDING_X: f32 = 18.0;
pub const CARD_PADDING_Y: f32 = 12.0;
pub const SPEAKER_COLUMN: f32 = 172.0;
pub const KIND_COLUMN: f32 = 132.0;
pub const CARD_GAP: f32 = 8.0;
pub const SPEAKER_GAP: f32 = 18.0;

/// The command palette: width, distance from the top of the window.
pub const PALETTE_WIDTH: f32 = 640.0;
pub const PALETTE_TOP: f32 = 104.0;

/// Corner radii.
pub const RADIUS_MARK: u8 = 2;
pub const RADIUS_INNER: u8 = 4;
pub const RADIUS_CONTROL: u8 = 6;
pub const RADIUS_CARD: u8 = 8;

/// Widths of strokes.
pub const LINE: f32 = 1.0;
pub const FOCUS: f32 = 2.0;
pub const MEAN_LINE: f32 = 2.0;
pub const MEAN_HALO: f32 = 5.0;
pub const WHISKER: f32 = 1.5;
/// Dash and gap of a tether between two dates.
pub const TETHER_DASH: [f32; 2] = [2.0, 3.0];
/// Dash and gap of the outline of a hatched bar.
pub const OUTLINE_DASH: [f32; 2] = [3.0, 2.5];

/// Hatch of a bar: width of a line, distance between two.
pub const HATCH: [f32; 2] = [1.6, 5.5];
/// Hatch of a small cell.
pub const HATCH_SMALL: [f32; 2] = [1.3, 4.0];
/// Length over which an open end fades out.
pub const FADE: f32 = 96.0;

/// Sizes of icons: beside body text, beside a title, on an empty tab.
pub const ICON_SMALL: f32 = 14.0;
pub const ICON: f32 = 16.0;
pub const ICON_LARGE: f32 = 24.0;
