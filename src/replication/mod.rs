//! The replication of the paper, claim by claim.
