//! The contradictions that a reader should see first, each in a sentence of its own.

use crate::replication::claims::{Entry, Ledger};
use crate::replication::words::{ordinal, sentence};

/// A claim and how its failing is told, from what the paper says and what we find.
struct Headline {
    id: &'static str,
    tell: fn(&Entry) -> String,
}

const HEADLINES: [Headline; 8] = [
    Headline {
        id: "balance-consecutive-falls",
        tell: |e| {
            let years = e.ours.as_ref().and_then(|ours| ours.number()).unwrap_or(0.0);
            format!(
                "China's surplus fell for the {} year running in 2015, not the {}",
                ordinal(years as usize),
                e.paper
            )
        },
    },
    Headline {
        id: "effects-exports-fall",
        tell: |e| format!("North Korea's exports to China fell by {} in 2015, not by {}", e.ours_in_words(), e.paper),
    },
    Headline {
        id: "table1-total-2013",
        tell: |e| {
            format!("Table 1's total for 2013 is printed as {}; its parts add up to {}", e.paper, e.ours_in_words())
        },
    },
    Headline {
        id: "table1-share-2009-reported",
        tell: |e| {
            format!(
                "China's share in North Korea's trade was {} in 2009, not {}: Table 2's 2009 lacks the months from August on",
                e.ours_in_words(),
                e.paper
            )
        },
    },
    Headline {
        id: "anthracite-revenue-fall-2014",
        tell: |e| {
            format!(
                "Revenue from anthracite fell by {} in 2014 by the paper's own prices and volumes, not by {}",
                e.ours_in_words(),
                e.paper
            )
        },
    },
    Headline {
        id: "minerals-decrease-main",
        tell: |e| format!("Minerals were not the main part of the fall in trade in 2015: {}", e.ours_in_words()),
    },
    Headline {
        id: "minerals-anthracite-in-particular",
        tell: |e| format!("Not anthracite but iron ore fell most among minerals: {}", e.ours_in_words()),
    },
    Headline {
        id: "minerals-south-korea-financed",
        tell: |e| {
            format!(
                "A surplus with South Korea did not finance most of the deficit with China in 2009: {}",
                e.ours_in_words()
            )
        },
    },
];

/// The headlines whose claims do differ, as sentences.
pub(super) fn headlines(ledger: &Ledger) -> Vec<String> {
    HEADLINES
        .iter()
        .filter_map(|headline| ledger.get(headline.id).ok().map(|entry| (entry, headline.tell)))
        .filter(|(entry, _)| entry.verdict.differs())
        .map(|(entry, tell)| sentence(&tell(entry)))
        .collect()
}
