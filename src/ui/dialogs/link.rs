//! Before an address is opened: where it leads, in full. Only http, https and mailto are opened at all.

use egui::Ui;

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::present::{link_host, visible};
use crate::ui::Request;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::Button;

pub(super) fn ui(ui: &mut Ui, address: &str, requests: &mut Vec<Request>) -> Fate {
    let host = link_host(address);
    title_ui(ui, if host.is_some() { "Open this address?" } else { "This address cannot be opened" });
    match &host {
        Some(host) => {
            text_ui(ui, "It leads out of Dateline, in your browser or mail program, to");
            ui.label(Type::Heading.text(visible(host)).color(theme::palette(ui).text));
        }
        None => text_ui(ui, "Only web and mail addresses are opened: http, https and mailto"),
    }
    text_ui(ui, &visible(address));
    let copy = Button::secondary("Copy address");
    match Foot::new("Open").enabled(host.is_some()).other(copy).show(ui) {
        Some(Pressed::Primary) => requests.push(Request::Browse(address.to_owned())),
        Some(Pressed::Other(_)) => requests.push(Request::Copy(address.to_owned(), "the address".to_owned())),
        Some(Pressed::Cancel) => {}
        None => return Fate::Stay,
    }
    Fate::Close
}
