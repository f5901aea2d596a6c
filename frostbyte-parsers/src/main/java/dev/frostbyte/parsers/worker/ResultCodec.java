package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ParseResult;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes and reads how a parser ended. A child may only answer with codes a parser can mean, and a
 * message is a short line of ASCII.
 */
final class ResultCodec {
  /** What stands in a result frame; a child that is not fit for another document says so. */
  record Answer(ParseResult result, boolean reusable) {}

  private static final int COMPLETE = 0;
  private static final int CUT = 1;
  private static final int REFUSED = 2;
  private static final int MOST_PAGES = 10_000_000;
  private static final Pattern LINE = Pattern.compile("[\\x20-\\x7e]{1,300}");
  private static final Set<ProblemCode> CODES =
      EnumSet.of(
          ProblemCode.FILE_EMPTY,
          ProblemCode.FILE_CORRUPTED,
          ProblemCode.FILE_ENCRYPTED,
          ProblemCode.UNSUPPORTED_FORMAT,
          ProblemCode.TYPE_MISMATCH,
          ProblemCode.SIZE_EXCEEDED,
          ProblemCode.NO_TEXT,
          ProblemCode.LIMIT_EXCEEDED,
          ProblemCode.PARSER_ERROR,
          ProblemCode.PARSER_TIMEOUT,
          ProblemCode.PARSER_OUT_OF_MEMORY,
          ProblemCode.CONFIGURATION_INVALID,
          ProblemCode.PLUGIN_UNKNOWN,
          ProblemCode.INTERNAL_ERROR);

  private ResultCodec() {}

  /** Whether the parent takes this problem. */
  static boolean passes(Problem problem) {
    return CODES.contains(problem.code())
        && LINE.matcher(problem.message()).matches()
        && LINE.matcher(problem.remedy()).matches();
  }

  static byte[] encode(Answer answer) {
    WireWriter out = new WireWriter();
    out.putByte(answer.reusable() ? 1 : 0);
    switch (answer.result()) {
      case ParseResult.Complete complete -> {
        head(out, COMPLETE, complete.pages());
        out.putLong(complete.expected().characters());
      }
      case ParseResult.Cut cut -> {
        head(out, CUT, cut.pages());
        problem(out, cut.problem());
      }
      case ParseResult.Refused refused -> {
        head(out, REFUSED, 0);
        problem(out, refused.problem());
      }
    }
    return out.bytes();
  }

  static Answer decode(byte[] bytes) throws MalformedFrameException {
    WireReader in = new WireReader(bytes);
    boolean reusable = in.readByte() == 1;
    int kind = in.readByte();
    int pages = in.readInt();
    if (pages < 0 || pages > MOST_PAGES) {
      throw new MalformedFrameException("number of pages out of range");
    }
    ParseResult result =
        switch (kind) {
          case COMPLETE -> new ParseResult.Complete(pages, expected(in));
          case CUT -> new ParseResult.Cut(pages, problem(in));
          case REFUSED -> new ParseResult.Refused(problem(in));
          default -> throw new MalformedFrameException("unknown result");
        };
    in.requireEnd();
    return new Answer(result, reusable);
  }

  private static Expected expected(WireReader in) throws MalformedFrameException {
    long characters = in.readLong();
    if (characters < -1) {
      throw new MalformedFrameException("number of characters out of range");
    }
    return new Expected(characters);
  }

  private static void head(WireWriter out, int kind, int pages) {
    out.putByte(kind);
    out.putInt(pages);
  }

  private static void problem(WireWriter out, Problem problem) {
    out.putText(problem.code().name());
    out.putText(problem.message());
    out.putText(problem.remedy());
  }

  private static Problem problem(WireReader in) throws MalformedFrameException {
    String name = in.readText();
    String message = in.readText();
    String remedy = in.readText();
    for (ProblemCode code : CODES) {
      Problem problem = new Problem(code, message, remedy);
      if (code.name().equals(name) && passes(problem)) {
        return problem;
      }
    }
    throw new MalformedFrameException("a problem no parser can have");
  }
}
