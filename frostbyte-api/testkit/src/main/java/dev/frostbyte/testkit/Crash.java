package dev.frostbyte.testkit;

import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * Decides which operations that were not durable a crash keeps.
 *
 * @param fates makes the fate of one file or directory: whether the change of a number is kept
 * @param arriving how many of the first bytes of the next sector that is kept arrive
 */
record Crash(Supplier<LongPredicate> fates, IntSupplier arriving) {
  private static final int SECTOR = CrashFileSystem.SECTOR;
  private static final int FATES = 5;
  private static final int MOMENTS = 64;

  static Crash losingEverything() {
    return new Crash(() -> change -> false, () -> SECTOR);
  }

  static Crash losingNothing() {
    return new Crash(() -> change -> true, () -> SECTOR);
  }

  static Crash random(Random random) {
    return new Crash(() -> fate(random), () -> SECTOR);
  }

  static Crash tearing(Random random) {
    return new Crash(
        () -> fate(random), () -> random.nextBoolean() ? SECTOR : random.nextInt(SECTOR));
  }

  LongPredicate fate() {
    return fates.get();
  }

  private static LongPredicate fate(Random random) {
    return switch (random.nextInt(FATES)) {
      case 0 -> change -> false;
      case 1 -> change -> true;
      case 2 -> upToSomeMoment(random);
      case 3 -> someChanges(random);
      default -> change -> random.nextBoolean();
    };
  }

  /** Asked in rising order of changes; ends at one of the first {@link #MOMENTS}, or never. */
  private static LongPredicate upToSomeMoment(Random random) {
    long[] state = {-1, random.nextInt(MOMENTS)};
    return change -> {
      if (change != state[0]) {
        state[0] = change;
        state[1]--;
      }
      return state[1] >= 0;
    };
  }

  /** One answer for each change, whichever sector asks. */
  private static LongPredicate someChanges(Random random) {
    long salt = random.nextLong();
    return change -> new Random(salt ^ change * 0x9e3779b97f4a7c15L).nextBoolean();
  }
}
