package dev.mien.server.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;

/** Parses {@code multipart/form-data} in memory. */
public final class MultipartBody {
  /** Room for a disposition and a type, not for more. */
  private static final int MAX_PART_HEADER_BYTES = 4096;

  private MultipartBody() {}

  /**
   * The parameters of a body whose parts are all text, in the order sent.
   *
   * @param contentType the content type as sent, with the boundary
   * @throws ApiException {@code InvalidParameter} if it is malformed, a part has no name or is not
   *     UTF-8 text, or there are more than {@value FormBody#MAX_PARAMETERS} parts
   */
  public static List<TextParameter> parse(String contentType, byte[] body) throws ApiException {
    List<TextParameter> parameters = new ArrayList<>();
    for (Part part : parts(contentType, body)) {
      parameters.add(part.text());
    }
    return parameters;
  }

  /**
   * The parts of a body, in the order sent, whatever is in them.
   *
   * @param contentType the content type as sent, with the boundary
   * @throws ApiException {@code InvalidParameter} if it is malformed, a part has no name, or there
   *     are more than {@value FormBody#MAX_PARAMETERS} parts
   */
  public static List<Part> parts(String contentType, byte[] body) throws ApiException {
    String boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null || boundary.isEmpty()) {
      throw malformed("multipart without a boundary");
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxParts(FormBody.MAX_PARAMETERS);
    parser.setPartHeadersMaxLength(MAX_PART_HEADER_BYTES);
    parser.setMaxMemoryFileSize(-1); // Never to disk: the body lies in memory already.
    parser.setMaxLength(body.length);
    try (MultiPartFormData.Parts parts =
        Blocker.blockWithPromise(
            promise -> parser.parse(Content.Source.from(ByteBuffer.wrap(body)), promise))) {
      List<Part> found = new ArrayList<>(parts.size());
      for (MultiPart.Part part : parts) {
        found.add(part(part));
      }
      return found;
    } catch (IOException
        | IllegalStateException
        | IllegalArgumentException
        | HttpException.RuntimeException e) {
      throw malformed("malformed multipart");
    }
  }

  /**
   * One part.
   *
   * @param name as sent, not empty
   * @param content its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
  public record Part(String name, byte[] content) {
    /**
     * The part as text.
     *
     * @throws ApiException {@code InvalidParameter} if it is not UTF-8
     */
    public TextParameter text() throws ApiException {
      return new TextParameter(name, StrictText.decode(ByteBuffer.wrap(content)));
    }
  }

  private static Part part(MultiPart.Part part) throws ApiException, IOException {
    @Nullable String name = part.getName();
    if (name == null || name.isEmpty()) {
      throw malformed("a part has no name");
    }
    ByteBuffer content = Content.Source.asByteBuffer(part.createContentSource());
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return new Part(name, bytes);
  }

  private static ApiException malformed(String reason) {
    return new ApiException(CommonError.INVALID_BODY, reason);
  }
}
