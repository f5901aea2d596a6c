package dev.frostbyte.examples.calendar;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/** Reads iCalendar (RFC 5545). Takes no configuration. */
@Stage(name = "icalendar", spi = 1)
@Parses(types = "text/calendar", extensions = "ics", pureText = true)
public final class CalendarParserProvider implements ParserProvider {
  @Override
  public DocumentParser open(StageConfig config) {
    config.requireNone();
    return new CalendarParser();
  }
}
