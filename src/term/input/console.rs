//! Input from a Windows console, which sends events instead of bytes.

use std::io;
use std::time::Duration;

use crossterm::event;

use super::burst::Burst;
use super::{Input, MAX_BATCH, REST};
use crate::app::Msg;
use crate::app::env::Size;

mod keys;
mod mouse;

/// How long to look for more input. It is nearly zero, but with zero crossterm does not return even
/// what it has parsed already.
const GLANCE: Duration = Duration::from_micros(20);

/// The console.
#[derive(Debug)]
pub(super) struct Source {
    burst: Burst,
}

impl Source {
    /// # Errors
    ///
    /// None: the signature is that of the source on Unix.
    #[expect(clippy::unnecessary_wraps, reason = "the signature is that of the Unix function")]
    pub(super) fn open() -> io::Result<Self> {
        Ok(Self { burst: Burst::default() })
    }

    /// Waits for input and takes all that is there. The batch is never empty.
    ///
    /// # Errors
    ///
    /// When the console is gone.
    pub(super) fn batch(&mut self, _: bool) -> io::Result<Vec<Msg>> {
        let mut batch = Vec::new();
        while batch.is_empty() {
            if self.burst.is_open() && !event::poll(REST)? {
                self.burst.close(&mut batch);
                break;
            }
            let mut inputs = Vec::new();
            let mut size = None;
            take(event::read()?, &mut inputs, &mut size);
            while inputs.len() < MAX_BATCH && event::poll(GLANCE)? {
                take(event::read()?, &mut inputs, &mut size);
            }
            self.burst.sort(inputs, &mut batch);
            batch.extend(size.map(Msg::Resize));
        }
        Ok(batch)
    }
}

/// Takes an event. Of several sizes only the last one counts.
fn take(event: event::Event, inputs: &mut Vec<Input>, size: &mut Option<Size>) {
    match event {
        event::Event::Key(key) => {
            inputs.extend(keys::translate(key).map(|key| Input::Key(key, None)));
        }
        event::Event::Mouse(mouse) => inputs.extend(mouse::translate(mouse).map(Input::Mouse)),
        event::Event::Paste(text) => inputs.push(Input::Paste(text)),
        event::Event::Resize(width, height) => *size = Some(Size { width, height }),
        _ => {}
    }
}
