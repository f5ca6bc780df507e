use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks a mutex, also after a panic: the values in question are never left half changed.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
