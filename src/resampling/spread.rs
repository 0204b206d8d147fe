//! Replications shared out among threads.

use std::num::NonZero;
use std::thread;

/// As many threads as the machine runs at once.
pub(crate) fn all_threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Fills in the results of replications 0, 1, 2, …, each thread a stretch of them.
///
/// `work(first, part)` fills in those from number `first` on. Each replication draws from its own stream, so the number of
/// threads changes no result.
pub(crate) fn spread<T: Send>(results: &mut [T], threads: usize, work: impl Fn(usize, &mut [T]) + Sync) {
    let share = results.len().div_ceil(threads.clamp(1, results.len().max(1))).max(1);
    thread::scope(|scope| {
        for (i, part) in results.chunks_mut(share).enumerate() {
            let work = &work;
            scope.spawn(move || work(i * share, part));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_replication_is_done_once_whatever_the_threads() {
        for (count, threads) in [(0, 3), (1, 4), (7, 2), (10, 1), (10, 0), (5, 9)] {
            let mut results = vec![usize::MAX; count];
            spread(&mut results, threads, |first, part| {
                part.iter_mut().zip(first..).for_each(|(result, number)| *result = number);
            });
            assert!(results.into_iter().eq(0..count), "{count} {threads}");
        }
    }
}
