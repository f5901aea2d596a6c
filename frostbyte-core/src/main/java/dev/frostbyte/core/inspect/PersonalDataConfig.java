package dev.frostbyte.core.inspect;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the personal data inspector takes. Immutable.
 *
 * @param types types to look for, parted by commas, or {@code all}
 */
record PersonalDataConfig(String types) {
  static final PersonalDataConfig DEFAULT = new PersonalDataConfig("all");

  PersonalDataConfig {
    parse(types);
  }

  Set<PersonalType> chosen() {
    return parse(types);
  }

  private static Set<PersonalType> parse(String types) {
    if (types.equals("all")) {
      return EnumSet.allOf(PersonalType.class);
    }
    EnumSet<PersonalType> chosen = EnumSet.noneOf(PersonalType.class);
    for (String name : types.split(",", -1)) {
      chosen.add(type(name.strip().toUpperCase(Locale.ROOT)));
    }
    return chosen;
  }

  private static PersonalType type(String name) {
    return Arrays.stream(PersonalType.values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "types must be 'all' or some of " + Arrays.toString(PersonalType.values())));
  }
}
