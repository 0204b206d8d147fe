//! The replication of the paper: the audit of its tables and the ledger of its claims.

#[path = "replication_cases/audit.rs"]
mod audit;
#[path = "replication_cases/before_after.rs"]
mod before_after;
#[path = "replication_cases/bundle.rs"]
mod bundle;
#[path = "replication_cases/contradictions.rs"]
mod contradictions;
#[path = "replication_cases/golden.rs"]
mod golden;
#[path = "replication_cases/known_answers.rs"]
mod known_answers;
#[path = "replication_cases/ledger.rs"]
mod ledger;
#[path = "replication_cases/mutation.rs"]
mod mutation;
#[path = "replication_cases/systems.rs"]
mod systems;
