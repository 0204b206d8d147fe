use yalu::replication::{audit::Audit, claims::Ledger, evidence::Evidence};
#[test]
fn dump() {
    let e = Evidence::bundled().unwrap();
    let l = Ledger::compute(&e).unwrap();
    for x in l.iter() {
        println!(
            "{:45} {:22} | {} | {:?} | {:?} | {} | {}",
            x.id,
            x.verdict.to_string(),
            x.paper,
            x.ours,
            x.difference,
            x.statement,
            x.reason
        );
    }
    println!("{:?} {}", l.counts(), l.len());
    println!("{}", Audit::compute(&e).unwrap().iter().count());
}
