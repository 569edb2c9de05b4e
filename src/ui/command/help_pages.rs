//! All pages of the help, with those that come from the tables of commands and of formats.

use egui::Context;

use super::menu::Menu;
use super::table::Command;
use super::view_keys::VIEW_KEYS;
use crate::export::Format;
use crate::present::help::{self, Group, Page, Section};

/// All pages, group by group.
#[must_use]
pub fn help_pages(ctx: &Context) -> Vec<Page> {
    let of_window = [keys_page(ctx), commands_page(ctx)];
    let mut pages: Vec<Page> = help::pages().iter().cloned().chain(of_window).collect();
    if let Some(page) = pages.iter_mut().find(|page| page.name == "handing-on") {
        page.sections.push(formats());
    }
    pages.sort_by_key(|page| Group::ALL.iter().position(|group| *group == page.group));
    pages
}

/// Every command, menu by menu.
fn commands_page(ctx: &Context) -> Page {
    let intro = "Every command stands in a menu, and Ctrl+K finds it by a few letters. One that is grey says why when \
                 the pointer rests on it.\n";
    let sections = Menu::ALL.iter().map(|menu| {
        let rows = Command::ALL.iter().filter(|command| command.menu() == *menu);
        let rows = rows.map(|command| row(&[command.text(), &keys_of(ctx, *command), command.tooltip()]));
        Section { title: menu.label().to_owned(), text: table(&["Command", "Keys", "What it does"], rows) }
    });
    page("commands", "Every command", intro, sections)
}

/// The keys by what they are for.
fn keys_page(ctx: &Context) -> Page {
    let intro = "The keys of the commands first, then those of the reading pane, the chart, the forms and this help.\n";
    let of_menus = Menu::ALL.iter().filter_map(|menu| {
        let with_keys = Command::ALL.iter().filter(|command| command.menu() == *menu && command.shortcut().is_some());
        let rows: Vec<String> = with_keys.map(|command| row(&[command.text(), &keys_of(ctx, *command)])).collect();
        (!rows.is_empty()).then(|| section_of_keys(menu.label(), rows))
    });
    let of_views = VIEW_KEYS
        .iter()
        .map(|(of, keys)| section_of_keys(of, keys.iter().map(|(what, keys)| row(&[what, keys])).collect()));
    page("keys", "Every key", intro, of_menus.chain(of_views))
}

/// What an export may be.
fn formats() -> Section {
    let rows = Format::ALL.iter().map(|format| row(&[format.label(), &format!("`.{}`", format.extension())]));
    Section { title: "Every format".to_owned(), text: table(&["What it is", "File"], rows) }
}

fn section_of_keys(title: &str, rows: Vec<String>) -> Section {
    Section { title: title.to_owned(), text: table(&["What it does", "Keys"], rows.into_iter()) }
}

fn page(name: &'static str, title: &str, intro: &str, sections: impl Iterator<Item = Section>) -> Page {
    let intro = Section { title: String::new(), text: intro.to_owned() };
    let sections = std::iter::once(intro).chain(sections).collect();
    Page { name, group: Group::Window, title: title.to_owned(), sections }
}

fn keys_of(ctx: &Context, command: Command) -> String {
    command.shortcut_text(ctx)
}

fn table(heads: &[&str], rows: impl Iterator<Item = String>) -> String {
    let rule = row(&heads.iter().map(|_| "---").collect::<Vec<_>>());
    [row(heads), rule].into_iter().chain(rows).collect()
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}
