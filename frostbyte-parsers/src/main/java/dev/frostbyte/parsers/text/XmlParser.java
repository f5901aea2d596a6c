package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.parsers.internal.SafeXml;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.stream.XMLStreamException;

/** Reads XML without knowing its vocabulary. A DTD is never read; what it would add is reported. */
final class XmlParser implements DocumentParser {
  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    return switch (Decoding.readXml(source)) {
      case Decoding.None none -> none.refused();
      case Decoding.Result.Text text -> {
        sink.accept(new Block.Encoded(text.encoding()));
        yield emit(text.value(), limits, sink);
      }
    };
  }

  private static ParseResult emit(String text, ParseLimits limits, ElementSink sink)
      throws IOException {
    XmlTree tree = new XmlTree(limits);
    DataNode root;
    Expected expected;
    try {
      root = tree.read(SafeXml.events(new StringReader(text)));
      expected = XmlCount.of(SafeXml.events(new StringReader(text)));
    } catch (XMLStreamException | RuntimeException e) {
      return new ParseResult.Refused(
          Problem.of(ProblemCode.FILE_CORRUPTED, "The file is no well-formed XML."));
    } catch (BudgetReachedException e) {
      throw e;
    }
    sink.accept(Block.heading(1, root.name(), java.util.List.of()));
    new DataWriter(sink).content(root, root.name(), 2);
    for (Block aside : tree.asides()) {
      sink.accept(aside);
    }
    return new ParseResult.Complete(0, expected);
  }
}
