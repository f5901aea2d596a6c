package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Element;
import java.util.List;
import java.util.stream.Collectors;

/** Renders a canonical document as text a person or another program reads. Stateless. */
public enum Renderer {
  /** GitHub-flavoured Markdown; tables as HTML where cells span, as pipes otherwise. */
  MARKDOWN("md") {
    @Override
    public String render(CanonicalDocument document) {
      return MarkdownRenderer.render(document);
    }
  },
  /** The canonical document itself, after the schema {@code canonical.schema.json}. */
  JSON("json") {
    @Override
    public String render(CanonicalDocument document) {
      return CanonicalJson.render(document);
    }
  },
  /** One HTML page of semantic elements; it fetches nothing and runs nothing. */
  HTML("html") {
    @Override
    public String render(CanonicalDocument document) {
      return HtmlRenderer.render(document);
    }
  },
  /** DoclingDocument JSON, version 1.10.0, as the Docling tools read it. */
  DOCLING("docling.json") {
    @Override
    public String render(CanonicalDocument document) {
      return DoclingRenderer.render(document);
    }
  },
  /** A list of elements as the Unstructured tools give and read it. */
  UNSTRUCTURED("unstructured.json") {
    @Override
    public String render(CanonicalDocument document) {
      return UnstructuredRenderer.render(document);
    }
  },
  /** The body's text, elements separated by empty lines. */
  TEXT("txt") {
    @Override
    public String render(CanonicalDocument document) {
      CodePoints text = CodePoints.of(document.original().value());
      List<Element> body =
          document.elements().stream().filter(e -> !(e instanceof Element.Furniture)).toList();
      return body.stream()
          .map(element -> text.slice(element.span().start(), element.span().end()))
          .collect(Collectors.joining("\n\n", "", "\n"));
    }
  };

  private final String extension;

  Renderer(String extension) {
    this.extension = extension;
  }

  /** The document in this form. */
  public abstract String render(CanonicalDocument document);

  /** File name extension, without the dot. */
  public String extension() {
    return extension;
  }
}
