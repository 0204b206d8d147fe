//! Logarithmic mean Divisia decomposition of a sum of products of any number of factors.

use std::fmt;

use serde::Serialize;

use super::basket::{check_names, check_totals};
use super::factors::{FactorItem, Factors};
use super::log_mean::{log_mean, log_ratio};
use super::zeros::{Presence, ZeroRule};
use crate::{Error, ErrorKind, Note};

/// Which weights a logarithmic mean Divisia decomposition uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub enum LmdiForm {
    /// w_i = L(V_i1, V_i0)/L(V1, V0): effects of items add up to the item's own change (Ang and Liu, 2001).
    #[default]
    #[serde(rename = "lmdi-1")]
    #[doc(alias = "LMDI-I")]
    #[doc(alias = "Montgomery-Vartia")]
    I,
    /// w_i = L(s_i1, s_i0)/Σ L(s_j1, s_j0) of the shares s: weights add up to one (Ang and Choi, 1997),
    /// but an item's effects do not add up to the item's change.
    #[serde(rename = "lmdi-2")]
    #[doc(alias = "LMDI-II")]
    #[doc(alias = "Sato-Vartia")]
    II,
}

impl fmt::Display for LmdiForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::I => "LMDI-I",
            Self::II => "LMDI-II",
        })
    }
}

/// Logarithmic mean Divisia index decomposition (LMDI): its form and what it does with zeros.
///
/// The effect of factor k is Σ_i w_i ln(x_ik1/x_ik0), times L(V1, V0) in the additive reading (absolute change)
/// and exponentiated in the multiplicative one (ratio). Effects are exhaustive: no residual, in either form.
///
/// ```
/// use yalu::decomposition::{Factors, Lmdi};
/// // Energy = output × energy per unit of output, in two sectors.
/// let energy = Factors::new(["activity", "intensity"])
///     .item("industry", &[10.0, 3.0], &[40.0, 2.0])?
///     .item("services", &[40.0, 0.5], &[40.0, 0.4])?;
/// let found = Lmdi::default().run(&energy)?;
/// let sum: f64 = found.effects.iter().map(|e| e.additive).sum();
/// assert!((sum - (96.0 - 50.0)).abs() < 1e-12);
/// # Ok::<(), yalu::Error>(())
/// ```
///
/// # References
/// Ang, B. W. and Choi, K.-H. (1997), *The Energy Journal* 18(3), 59–73. Ang, B. W. and Liu, F. L. (2001), *Energy* 26,
/// 537–548. Ang, B. W. (2005), *Energy Policy* 33, 867–871.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Lmdi {
    form: LmdiForm,
    zeros: ZeroRule,
}

/// What one factor did to the aggregate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactorEffect {
    /// The factor.
    pub factor: String,
    /// Its part of the absolute change, in units of the aggregate.
    pub additive: f64,
    /// Its part of the ratio of the two periods: 1.1 raises the aggregate by a tenth.
    pub multiplicative: f64,
}

/// What the factors of one item did to the aggregate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ItemEffects {
    /// The item.
    pub item: String,
    /// In which periods it has a value.
    pub presence: Presence,
    /// Its value in the first period.
    pub value0: f64,
    /// Its value in the second period.
    pub value1: f64,
    /// Its additive effect through each factor, in the order of the factors.
    pub effects: Vec<f64>,
    /// Its whole value, if new and kept apart from the factors.
    pub entry: f64,
    /// Minus its whole value, if discontinued and kept apart from the factors.
    pub exit: f64,
}

/// A change split by factors and items.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LmdiEffects {
    /// The weights used.
    pub form: LmdiForm,
    /// What was done with zeros.
    pub zero_rule: ZeroRule,
    /// The aggregate in the first period.
    pub value0: f64,
    /// The aggregate in the second period.
    pub value1: f64,
    /// One row per factor.
    pub effects: Vec<FactorEffect>,
    /// New items kept apart: a factor of its own (0 and 1 where there are none).
    pub entry: FactorEffect,
    /// Discontinued items kept apart (0 and 1 where there are none).
    pub exit: FactorEffect,
    /// One row per item.
    pub items: Vec<ItemEffects>,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

impl Lmdi {
    /// With these weights.
    #[must_use]
    pub fn form(mut self, form: LmdiForm) -> Self {
        self.form = form;
        self
    }

    /// With this rule for zeros.
    #[must_use]
    pub fn zeros(mut self, rule: ZeroRule) -> Self {
        self.zeros = rule;
        self
    }

    /// Splits the change of the aggregate.
    ///
    /// # Errors
    /// If there is no item or factor, a name is doubled, the aggregate is zero in a period, or a zero is not
    /// covered by the rule.
    pub fn run(&self, factors: &Factors) -> Result<LmdiEffects, Error> {
        check_names("factor", factors.names.iter().map(String::as_str))?;
        check_names("item", factors.items.iter().map(|item| item.name.as_str()))?;
        let sum = |items: &[&FactorItem]| {
            items.iter().map(|item| item.values()).fold((0.0, 0.0), |sum, v| (sum.0 + v.0, sum.1 + v.1))
        };
        let all: Vec<&FactorItem> = factors.items.iter().collect();
        let (value0, value1) = sum(&all);
        check_totals(value0, value1)?;
        for item in &all {
            self.check_zeros(&factors.names, item)?;
        }

        let kept: Vec<&FactorItem> = all.iter().copied().filter(|item| !self.apart(item)).collect();
        let (kept0, kept1) = sum(&kept);
        if kept0 == 0.0 || kept1 == 0.0 {
            return Err(Error::new(ErrorKind::Sample, "no item is present in both periods")
                .remedy("use `ZeroRule::Limits`, or compare periods with items in common"));
        }
        let mean = log_mean(kept1, kept0);
        // The weight of an item is `scale` times the logarithmic mean of its two sizes.
        let (size0, size1, scale) = match self.form {
            LmdiForm::I => (1.0, 1.0, 1.0),
            LmdiForm::II => {
                let share_means = kept.iter().map(|item| {
                    let (v0, v1) = item.values();
                    log_mean(v1 / kept1, v0 / kept0)
                });
                (kept0, kept1, mean / share_means.sum::<f64>())
            }
        };

        let mut totals = vec![0.0; factors.names.len()];
        let (mut entry, mut exit) = (0.0, 0.0);
        let mut items = Vec::with_capacity(all.len());
        for item in &all {
            let (v0, v1) = item.values();
            let mut row = ItemEffects {
                item: item.name.clone(),
                presence: item.presence(),
                value0: v0,
                value1: v1,
                effects: vec![0.0; totals.len()],
                entry: 0.0,
                exit: 0.0,
            };
            if self.apart(item) {
                (row.entry, row.exit) = (v1, 0.0 - v0);
            } else {
                row.effects = item_effects(item, v0 / size0, v1 / size1).iter().map(|e| scale * e).collect();
            }
            totals.iter_mut().zip(&row.effects).for_each(|(total, effect)| *total += effect);
            entry += row.entry;
            exit += row.exit;
            items.push(row);
        }
        let mut notes = Vec::new();
        if self.form == LmdiForm::II && kept.len() > 1 {
            notes.push(Note::new(
                "LMDI-II: the effects of one item do not add up to the item's own change; the totals add up",
            ));
        }
        Ok(LmdiEffects {
            form: self.form,
            zero_rule: self.zeros,
            value0,
            value1,
            effects: factors
                .names
                .iter()
                .zip(&totals)
                .map(|(name, effect)| factor_effect(name, *effect, (effect / mean).exp()))
                .collect(),
            entry: factor_effect("new", entry, value1 / kept1),
            exit: factor_effect("discontinued", exit, kept0 / value0),
            items,
            notes,
        })
    }

    /// Whether the item is reported apart from the factors.
    fn apart(&self, item: &FactorItem) -> bool {
        self.zeros == ZeroRule::SeparateNewAndGone && item.presence() != Presence::Continuing
    }

    fn check_zeros(&self, names: &[String], item: &FactorItem) -> Result<(), Error> {
        if self.zeros != ZeroRule::Refuse {
            return Ok(());
        }
        for (factors, when) in [(&item.before, "first"), (&item.after, "second")] {
            if let Some((name, _)) = names.iter().zip(factors).find(|(_, x)| **x == 0.0) {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!("`{}` has {name} 0 in the {when} period, which has no logarithm", item.name),
                )
                .remedy(
                    "choose a rule for zeros (`ZeroRule::Limits` or `ZeroRule::SeparateNewAndGone`), \
                     or leave the item out",
                ));
            }
        }
        Ok(())
    }
}

impl LmdiEffects {
    /// A factor's effect by name.
    pub fn effect(&self, factor: &str) -> Option<&FactorEffect> {
        self.effects.iter().find(|effect| effect.factor == factor)
    }
}

fn factor_effect(factor: &str, additive: f64, multiplicative: f64) -> FactorEffect {
    FactorEffect { factor: factor.to_owned(), additive, multiplicative }
}

/// L(size1, size0) · ln(x_k1/x_k0) for every factor of one item, or its limit.
///
/// With m factors going to zero at one rate δ, the size goes to zero as δ^m, its logarithmic mean as −v/(m ln δ), and
/// so every one of the m logarithms leaves v/m behind; the logarithms that stay finite leave nothing.
fn item_effects(item: &FactorItem, size0: f64, size1: f64) -> Vec<f64> {
    let part = |vanished: &[f64], size: f64| -> Vec<f64> {
        let zeros = vanished.iter().filter(|x| **x == 0.0).count() as f64;
        vanished.iter().map(|x| if *x == 0.0 { size / zeros } else { 0.0 }).collect()
    };
    match item.presence() {
        Presence::Absent => vec![0.0; item.before.len()],
        Presence::New => part(&item.before, size1),
        Presence::Gone => part(&item.after, -size0),
        Presence::Continuing => {
            let mean = log_mean(size1, size0);
            item.after.iter().zip(&item.before).map(|(x1, x0)| mean * log_ratio(*x1, *x0)).collect()
        }
    }
}
