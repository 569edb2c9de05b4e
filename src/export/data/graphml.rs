//! Actors and what holds between them as a graph (GraphML 1.0), for Gephi, yEd and NetworkX.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::xml::xml_text;
use crate::export::view::View;
use crate::export::words::{People, date_words, one_line};
use crate::model::Id;

/// The attributes: id, of what, name.
const KEYS: [(&str, &str, &str); 11] = [
    ("label", "node", "label"),
    ("node_kind", "node", "kind"),
    ("country", "node", "country"),
    ("node_marking", "node", "marking"),
    ("edge_id", "edge", "record"),
    ("edge_kind", "edge", "kind"),
    ("directed", "edge", "directed"),
    ("scope", "edge", "scope"),
    ("valid", "edge", "valid"),
    ("asserted_by", "edge", "asserted_by"),
    ("edge_marking", "edge", "marking"),
];

/// Actors as nodes; relations, posts and memberships as edges. A relation of several is an edge for each two, or from the
/// first to each other where it has a direction.
pub(in crate::export) fn to_graphml(view: &View) -> String {
    let mut graph = Graph::new(view);
    graph.nodes();
    graph.relations();
    graph.roles();
    graph.wholes();
    graph.text.push_str("  </graph>\n</graphml>\n");
    graph.text
}

struct Graph<'a, 'b> {
    view: &'a View<'b>,
    text: String,
    /// The first actor of an id: its node.
    nodes: HashMap<Id, usize>,
    edges: usize,
}

impl<'a, 'b> Graph<'a, 'b> {
    fn new(view: &'a View<'b>) -> Self {
        let mut text = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
        );
        let about = [vec![view.title()], view.notices()].concat().join(" · ");
        let _ = writeln!(text, "  <desc>{}</desc>", xml_text(&about));
        for (id, of, name) in KEYS {
            let kind = if id == "directed" { "boolean" } else { "string" };
            let _ = writeln!(text, "  <key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>");
        }
        text.push_str("  <graph edgedefault=\"directed\">\n");
        Self { view, text, nodes: HashMap::new(), edges: 0 }
    }

    fn data(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            let _ = writeln!(self.text, "      <data key=\"{key}\">{}</data>", xml_text(value));
        }
    }

    fn nodes(&mut self) {
        let people = People(self.view.reader);
        for actor in self.view.kept(&self.view.reader.briefing.actors) {
            if self.nodes.contains_key(&actor.id) {
                continue;
            }
            self.nodes.insert(actor.id.clone(), self.nodes.len());
            let _ = writeln!(self.text, "    <node id=\"{}\">", xml_text(&one_line(actor.id.as_str())));
            self.data("label", &people.name(&actor.id));
            self.data("node_kind", actor.kind.map_or("", |kind| kind.word()));
            self.data("country", &self.view.reader.country_of_actor(&actor.id).unwrap_or_default());
            self.data("node_marking", &self.view.marking_of(&*actor));
            self.text.push_str("    </node>\n");
        }
    }

    /// An edge, where both its ends are nodes.
    fn edge(&mut self, from: &Id, to: &Id, data: &[(&str, String)]) {
        if !self.nodes.contains_key(from) || !self.nodes.contains_key(to) {
            return;
        }
        let (from, to) = (xml_text(&one_line(from.as_str())), xml_text(&one_line(to.as_str())));
        let _ = writeln!(self.text, "    <edge id=\"e{}\" source=\"{from}\" target=\"{to}\">", self.edges);
        self.edges += 1;
        for (key, value) in data {
            self.data(key, value);
        }
        self.text.push_str("    </edge>\n");
    }

    fn relations(&mut self) {
        let people = People(self.view.reader);
        for relation in self.view.kept(&self.view.reader.briefing.relations) {
            let asserted = relation.asserted_by.as_ref().and_then(|id| self.view.reader.statement(id));
            let is_directed = relation.directed == Some(true);
            let data = [
                ("edge_id", one_line(relation.id.as_str())),
                ("edge_kind", relation.kind.as_ref().map(|kind| one_line(kind.label())).unwrap_or_default()),
                ("directed", is_directed.to_string()),
                ("scope", one_line(&relation.scope)),
                ("valid", relation.valid.as_ref().map(|when| date_words(&self.view.reader, when)).unwrap_or_default()),
                ("asserted_by", asserted.map(|said| people.name(&said.speaker)).unwrap_or_default()),
                ("edge_marking", self.view.marking_of(&*relation)),
            ];
            for (place, from) in relation.between.iter().enumerate() {
                if is_directed && place > 0 {
                    break;
                }
                for to in relation.between.iter().skip(place + 1).take(MOST_PARTNERS) {
                    self.edge(from, to, &data);
                }
            }
        }
    }

    fn roles(&mut self) {
        for role in self.view.kept(&self.view.reader.briefing.roles) {
            let data = [
                ("edge_id", one_line(role.id.as_str())),
                ("edge_kind", "Role".to_owned()),
                ("directed", "true".to_owned()),
                ("scope", one_line(&role.title)),
                ("valid", role.valid.as_ref().map(|when| date_words(&self.view.reader, when)).unwrap_or_default()),
                ("edge_marking", self.view.marking_of(&*role)),
            ];
            self.edge(&role.person, &role.org, &data);
        }
    }

    fn wholes(&mut self) {
        for actor in self.view.kept(&self.view.reader.briefing.actors) {
            if let Some(whole) = &actor.part_of {
                let data = [("edge_kind", "Part of".to_owned()), ("directed", "true".to_owned())];
                self.edge(&actor.id, whole, &data);
            }
        }
    }
}

/// A relation of very many has an edge to so many of them from each: the edges grow with the list, not with its square.
const MOST_PARTNERS: usize = 50;
