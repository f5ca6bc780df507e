use std::collections::BTreeMap;

use super::components::{COMPONENTS, Codes, Component, Role};
use super::figure::{DATED, Keyed, UNDATED, keyed};
use super::xml::Xml;
use super::{AGENCY, VERSION};
use crate::export::Extract;
use crate::report::{MULTIPLIERS, STATUSES};

const CONCEPTS: &str = "CS_INDICIA";
const SCHEMAS: &str = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0";

/// The structure that the data of [`sdmx_csv`](super::sdmx_csv) follow, as SDMX-ML 3.0: two dataflows with their data
/// structures, the concepts, and the code lists.
pub fn sdmx_structure(extract: &Extract<'_>) -> String {
    let figures = keyed(extract);
    let [message, structure, common] =
        ["message", "structure", "common"].map(|name| format!("{SCHEMAS}/{name}"));
    let spaces = [("xmlns:mes", &*message), ("xmlns:str", &structure), ("xmlns:com", &common)];
    let mut xml = Xml::new();
    xml.element("mes:Structure", &spaces, |xml| {
        xml.element("mes:Header", &[], |xml| {
            xml.text("mes:ID", &[], "INDICIA_STRUCTURE");
            xml.text("mes:Test", &[], "false");
            xml.text("mes:Prepared", &[], &format!("{}T00:00:00Z", extract.as_of));
            xml.empty("mes:Sender", &[("id", AGENCY)]);
        });
        xml.element("mes:Structures", &[], |xml| {
            xml.element("str:Codelists", &[], |xml| code_lists(xml, extract, &figures));
            xml.element("str:ConceptSchemes", &[], concepts);
            xml.element("str:Dataflows", &[], |xml| {
                dataflow(xml, DATED, "Figures with a date");
                dataflow(xml, UNDATED, "Figures without a date that SDMX can write");
            });
            xml.element("str:DataStructures", &[], |xml| {
                data_structure(xml, DATED, "Figures with a date");
                data_structure(xml, UNDATED, "Figures without a date that SDMX can write");
            });
        });
    });
    xml.finish()
}

/// An item that has an agency and a version, with its name.
fn named(
    xml: &mut Xml,
    element: &'static str,
    (id, name): (&str, &str),
    inside: impl FnOnce(&mut Xml),
) {
    let own = [("id", id), ("agencyID", AGENCY), ("version", VERSION)];
    xml.element(element, &own, |xml| {
        xml.text("com:Name", &[("xml:lang", "en")], name);
        inside(xml);
    });
}

fn code_lists(xml: &mut Xml, extract: &Extract<'_>, figures: &[Keyed<'_>]) {
    let indicators = extract.indicators.iter();
    let indicators = indicators.map(|it| (it.id.to_string(), it.label.to_string()));
    code_list(xml, Codes::Indicators, "Indicators", indicators);
    let ids: BTreeMap<&str, String> =
        figures.iter().map(|it| (&*it.figure, it.figure.replace('-', " "))).collect();
    let ids = ids.into_iter().map(|(id, name)| (id.to_owned(), name));
    code_list(xml, Codes::Figures, "Figures of an indicator", ids);
    let statuses = STATUSES.iter().filter_map(|(_, _, sdmx)| *sdmx);
    let statuses = statuses.map(|(letter, name)| (letter.to_string(), name.to_owned()));
    code_list(xml, Codes::Statuses, "Observation status", statuses);
    let ones = [("0".to_owned(), "Units".to_owned())].into_iter();
    let multipliers =
        MULTIPLIERS.iter().map(|(it, word, _)| ((*it as i32).to_string(), (*word).to_owned()));
    code_list(xml, Codes::Multipliers, "Unit multiplier", ones.chain(multipliers));
}

fn code_list(
    xml: &mut Xml,
    list: Codes,
    name: &str,
    codes: impl Iterator<Item = (String, String)>,
) {
    let Some(id) = list.id() else { return };
    named(xml, "str:Codelist", (id, name), |xml| {
        for (id, name) in codes {
            xml.element("str:Code", &[("id", &id)], |xml| {
                xml.text("com:Name", &[("xml:lang", "en")], &name);
            });
        }
    });
}

fn concepts(xml: &mut Xml) {
    named(xml, "str:ConceptScheme", (CONCEPTS, "Concepts of indicia"), |xml| {
        for component in COMPONENTS {
            xml.element("str:Concept", &[("id", component.id)], |xml| {
                xml.text("com:Name", &[("xml:lang", "en")], component.about);
            });
        }
    });
}

fn dataflow(xml: &mut Xml, id: &str, name: &str) {
    named(xml, "str:Dataflow", (id, name), |xml| {
        xml.text("str:Structure", &[], &urn("datastructure.DataStructure", id));
    });
}

fn data_structure(xml: &mut Xml, id: &str, name: &str) {
    let of = |role| COMPONENTS.iter().filter(move |component| component.role == role);
    named(xml, "str:DataStructure", (id, name), |xml| {
        xml.element("str:DataStructureComponents", &[], |xml| {
            xml.element("str:DimensionList", &[("id", "DimensionDescriptor")], |xml| {
                for (position, dimension) in (1..).zip(of(Role::Dimension)) {
                    let position = position.to_string();
                    let own = [("id", dimension.id), ("position", &*position)];
                    xml.element("str:Dimension", &own, |xml| representation(xml, dimension));
                }
                for time in of(Role::Time).filter(|_| id == DATED) {
                    let own = [("id", time.id)];
                    xml.element("str:TimeDimension", &own, |xml| representation(xml, time));
                }
            });
            xml.element("str:AttributeList", &[("id", "AttributeDescriptor")], |xml| {
                for attribute in of(Role::Attribute) {
                    let own = [("id", attribute.id), ("usage", "optional")];
                    xml.element("str:Attribute", &own, |xml| {
                        representation(xml, attribute);
                        xml.element("str:AttributeRelationship", &[], |xml| {
                            xml.empty("str:Observation", &[]);
                        });
                    });
                }
            });
            xml.element("str:MeasureList", &[("id", "MeasureDescriptor")], |xml| {
                for measure in of(Role::Measure) {
                    let own = [("id", measure.id), ("usage", "optional")];
                    xml.element("str:Measure", &own, |xml| representation(xml, measure));
                }
            });
        });
    });
}

/// The concept of a component, and what its values are.
fn representation(xml: &mut Xml, component: &Component) {
    let concept = format!("{}.{}", urn("conceptscheme.Concept", CONCEPTS), component.id);
    xml.text("str:ConceptIdentity", &[], &concept);
    xml.element("str:LocalRepresentation", &[], |xml| {
        if let Some(list) = component.codes.id() {
            xml.text("str:Enumeration", &[], &urn("codelist.Codelist", list));
            return;
        }
        let kind = match (component.role, component.codes) {
            (Role::Time, _) => "ObservationalTimePeriod",
            (_, Codes::Number) => "Double",
            _ => "String",
        };
        xml.empty("str:TextFormat", &[("textType", kind)]);
    });
}

impl Codes {
    /// The id of the code list; `None` for a text or a number.
    fn id(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Number => None,
            Self::Indicators => Some("CL_INDICATOR"),
            Self::Figures => Some("CL_FIGURE"),
            Self::Statuses => Some("CL_OBS_STATUS"),
            Self::Multipliers => Some("CL_UNIT_MULT"),
        }
    }
}

fn urn(class: &str, id: &str) -> String {
    format!("urn:sdmx:org.sdmx.infomodel.{class}={AGENCY}:{id}({VERSION})")
}
