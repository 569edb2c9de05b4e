//! The card of a statement: its words, when, where and through whom, and how much of it was said.

use egui::{Rect, Response, Ui, UiBuilder, pos2, vec2};

use crate::index::Reader;
use crate::model::{Directness, Key, SourceKind};
use crate::present::{Asked, Occasion, StatementCard};
use crate::ui::Request;
use crate::ui::shared::copy_menu::copy_menu_ui;
use crate::ui::shared::quote_runs::quote_runs;
use crate::ui::theme::{Icon, Type, icons, size};
use crate::ui::widgets::{
    self, Card, Flow, FlowPiece, IconButton, Quote, Run, context_menu, directness_bar, quote_galley, show_menu,
};

/// Between the words and the line under them.
const GAP: f32 = 5.0;
/// The bar of directness, with the space that puts its first line beside that of the words.
const KIND_TOP: f32 = 4.0;
const KIND_HEIGHT: f32 = KIND_TOP + 46.0;
/// Between the words and the column of the directness.
const COLUMN_GAP: f32 = size::S24;
/// In a narrower card the directness is a word in the line under the statement.
const KIND_ABOVE: f32 = 440.0;

/// How a card is laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct CardLayout {
    /// Its width.
    pub(super) width: f32,
    /// Whether it names the speaker, where no column beside it does.
    pub(super) names_speaker: bool,
}

impl CardLayout {
    fn has_kind_column(self) -> bool {
        self.width > KIND_ABOVE
    }

    fn text_width(self) -> f32 {
        let kind = if self.has_kind_column() { size::KIND_COLUMN + COLUMN_GAP } else { 0.0 };
        self.width - 2.0 * size::CARD_PADDING_X - kind
    }
}

/// The card's flow of words, and where each leads.
type Line<'a> = (Vec<FlowPiece<'a>>, Vec<Option<Key>>);

pub(super) fn height(ui: &Ui, card: &StatementCard, layout: CardLayout) -> f32 {
    let width = layout.text_width();
    let words = words(card);
    let mut height = quote_galley(ui, &Quote::card(&runs(card, &words)), width).size().y + GAP;
    height += Flow::new(&line(card, layout).0).height(ui, width);
    if layout.names_speaker {
        height += Flow::new(&speaker(card).0).height(ui, width) + GAP;
    }
    if layout.has_kind_column() {
        height = height.max(KIND_HEIGHT);
    }
    height + 2.0 * size::CARD_PADDING_Y
}

/// A guess at the height from the number of characters.
pub(super) fn guess(characters: usize, layout: CardLayout) -> f32 {
    const CHARACTER: f32 = 7.7;
    let lines = (characters as f32 * CHARACTER / layout.text_width().max(1.0)).ceil().max(1.0);
    let speaker = if layout.names_speaker { 18.0 + GAP } else { 0.0 };
    (lines * Type::Quote.line_height() + GAP + 18.0 + speaker).max(KIND_HEIGHT) + 2.0 * size::CARD_PADDING_Y
}

/// Draws the card in the whole of `ui`.
pub(super) fn ui(
    ui: &mut Ui,
    reader: &Reader,
    key: Key,
    card: &StatementCard,
    layout: CardLayout,
    selected: bool,
    requests: &mut Vec<Request>,
) -> Response {
    let detail = card.directness_detail();
    let name = format!("{}, {}, {detail}: {}", card.speaker.title, card.directness.label(), card.plain_words());
    let whole = ui.max_rect();
    let lit = selected || ui.rect_contains_pointer(whole);
    let response = Card::new(&name)
        .in_list()
        .selected(selected)
        .dashed(card.directness == Directness::NoResponse)
        .show(ui, |ui| {
            ui.set_min_height(whole.height() - 2.0 * size::CARD_PADDING_Y);
            let inner = ui.max_rect();
            let text = Rect::from_min_size(inner.min, vec2(layout.text_width(), inner.height()));
            let mut left = ui.new_child(UiBuilder::new().id_salt("words").max_rect(text));
            words_ui(&mut left, card, layout, requests);
            if layout.has_kind_column() {
                let min = pos2(inner.right() - size::KIND_COLUMN, inner.top() + KIND_TOP);
                let place = Rect::from_min_size(min, vec2(size::KIND_COLUMN, KIND_HEIGHT));
                let mut right = ui.new_child(UiBuilder::new().id_salt("kind").max_rect(place));
                directness_bar(&mut right, directness(card), &detail, size::KIND_COLUMN);
                copy_button_ui(ui, reader, key, min.x + size::KIND_COLUMN, min.y, lit, requests);
            }
        })
        .response;
    context_menu(&response, |ui| copy_menu_ui(ui, reader, key, requests));
    response
}

fn words_ui(ui: &mut Ui, card: &StatementCard, layout: CardLayout, requests: &mut Vec<Request>) {
    ui.spacing_mut().item_spacing.y = GAP;
    if layout.names_speaker {
        flow_ui(ui, "speaker", &speaker(card), requests);
    }
    let words = words(card);
    Quote::card(&runs(card, &words)).show(ui);
    flow_ui(ui, "line", &line(card, layout), requests);
}

fn flow_ui(ui: &mut Ui, salt: &str, (pieces, targets): &Line<'_>, requests: &mut Vec<Request>) {
    let clicked = ui.push_id(salt, |ui| Flow::new(pieces).show(ui)).inner;
    if let Some(key) = clicked.and_then(|index| targets.get(index).copied().flatten()) {
        requests.push(Request::Show(key));
    }
}

/// The button that opens the menu of the card. It is drawn on a card under the pointer, and while it has the focus.
fn copy_button_ui(
    ui: &mut Ui,
    reader: &Reader,
    key: Key,
    right: f32,
    top: f32,
    lit: bool,
    requests: &mut Vec<Request>,
) {
    let place = Rect::from_min_size(pos2(right - size::BUTTON + 6.0, top - 6.0), vec2(size::BUTTON, size::BUTTON));
    let mut ui = ui.new_child(UiBuilder::new().id_salt("copy").max_rect(place));
    let focused = ui.memory(|memory| memory.has_focus(ui.next_auto_id()));
    if !lit && !focused {
        ui.set_opacity(0.0);
    }
    let button = ui.add(IconButton::new(icons::DOTS_THREE, "Copy citation…"));
    show_menu(&button, |ui| copy_menu_ui(ui, reader, key, requests));
}

fn directness(card: &StatementCard) -> widgets::Directness {
    match card.directness {
        Directness::Direct => widgets::Directness::Direct,
        Directness::Mixed => widgets::Directness::Mixed(card.said_share()),
        Directness::Indirect => widgets::Directness::Paraphrase,
        Directness::NoResponse => widgets::Directness::NoResponse,
    }
}

/// What was asked, where no answer came.
fn words(card: &StatementCard) -> String {
    card.asked.as_ref().map(Asked::inquiry_words).unwrap_or_default()
}

fn runs<'a>(card: &'a StatementCard, asked: &'a str) -> Vec<Run<'a>> {
    if card.asked.is_some() { vec![Run::Para(asked)] } else { quote_runs(&card.said) }
}

/// Who says it, and as what.
fn speaker(card: &StatementCard) -> Line<'_> {
    let head = &card.speaker;
    let mut pieces = vec![match head.key {
        Some(_) => FlowPiece::link(&head.title, &head.title),
        None => FlowPiece::text(&head.title),
    }];
    pieces = pieces.into_iter().map(|piece| piece.style(Type::Name)).collect();
    if !head.detail.is_empty() {
        pieces.push(FlowPiece::text(&head.detail));
    }
    let targets = vec![head.key, None];
    (pieces, targets)
}

/// When · where › through whom › where it stands.
fn line(card: &StatementCard, layout: CardLayout) -> Line<'_> {
    let mut pieces = Vec::new();
    let mut targets = Vec::new();
    let mut add = |piece, target| {
        pieces.push(piece);
        targets.push(target);
    };
    if layout.has_kind_column() {
        add(FlowPiece::text(&card.date), None);
    } else {
        add(FlowPiece::text(card.directness.label()).icon(directness(card).icon()).style(Type::SmallName), None);
        add(FlowPiece::text(&card.date).dot(), None);
    }
    match (&card.asked, &card.occasion) {
        (Some(asked), _) if asked.inquirer.is_empty() => add(FlowPiece::text("who asked is not told").dot(), None),
        (Some(asked), _) => {
            add(FlowPiece::text("asked by").dot(), None);
            add(FlowPiece::text(&asked.inquirer), None);
        }
        (None, Occasion::Event(Some(key), title)) => add(FlowPiece::link(title, title).dot(), Some(*key)),
        (None, Occasion::Event(None, title)) => add(FlowPiece::text(title).dot(), None),
        (None, Occasion::To(who)) => {
            add(FlowPiece::text("told").dot(), None);
            add(FlowPiece::text(who), None);
        }
        (None, Occasion::NotStated) => add(FlowPiece::text("occasion not stated").dot(), None),
    }
    for (index, hop) in card.hops.iter().enumerate() {
        let piece = match hop.source {
            Some(_) => FlowPiece::link(&hop.label, &hop.label),
            None => FlowPiece::text(&hop.label),
        };
        let piece = match hop.kind.map(source_icon) {
            Some(icon) => piece.icon(icon),
            None => piece,
        };
        add(if index == 0 { piece.dot() } else { piece.caret() }, hop.source);
    }
    for (index, cite) in card.cites.iter().enumerate() {
        let piece = match cite.source {
            Some(_) => FlowPiece::link(&cite.label, &cite.name),
            None => FlowPiece::text(&cite.label),
        };
        add(if index == 0 { piece.caret() } else { piece }, cite.source);
    }
    if card.cites.is_empty() {
        add(FlowPiece::text("no source cited").caret().weak(), None);
    }
    (pieces, targets)
}

/// The icon of a source that words passed through.
fn source_icon(kind: SourceKind) -> Icon {
    match kind {
        SourceKind::NewsArticle => icons::NEWSPAPER,
        SourceKind::OfficialStatement => icons::MEGAPHONE,
        SourceKind::SocialPost => icons::CHAT_TEXT,
        SourceKind::Broadcast => icons::BROADCAST,
        SourceKind::Interview => icons::MICROPHONE,
        SourceKind::Transcript | SourceKind::Report => icons::FILE_TEXT,
        SourceKind::Dataset => icons::DATABASE,
        SourceKind::Photo => icons::IMAGE,
        SourceKind::Other => icons::FILE,
    }
}
