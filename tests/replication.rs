//! The replication of the paper: the audit of its tables and the ledger of its claims.

#[path = "replication_cases/dump.rs"]
mod dump;
