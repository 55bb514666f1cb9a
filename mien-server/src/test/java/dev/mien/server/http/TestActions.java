package dev.mien.server.http;

import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import dev.mien.server.protocol.Action;
import dev.mien.server.protocol.Api;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.Language;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Actions that tell what arrived; named like those that the recorded requests ask for. */
final class TestActions {
  static final Api API = Api.of("test", "2020-03-03");

  private TestActions() {}

  record Description(Long personExDescriptionIndex, String personExDescription) {}

  record PersonRequest(
      String groupId,
      String personName,
      String personId,
      Long gender,
      List<Description> personExDescriptionInfos,
      String image) {}

  record PersonResponse(String personName, Long infos, String lastInfo, long account) {}

  record SearchRequest(
      List<String> groupIds, @Nullable String image, String url, Double faceMatchThreshold) {}

  record SearchResponse(String groups, double threshold) {}

  record NothingRequest() {}

  record NothingResponse() {}

  static final class CreatePerson implements Action<PersonRequest, PersonResponse> {
    @Override
    public Api api() {
      return API;
    }

    @Override
    public Class<PersonRequest> requestType() {
      return PersonRequest.class;
    }

    @Override
    public PersonResponse handle(PersonRequest request, Call call) {
      List<Description> infos = request.personExDescriptionInfos();
      return new PersonResponse(
          request.personName(),
          (long) infos.size(),
          infos.getLast().personExDescription(),
          call.account().appId());
    }
  }

  static final class SearchFaces implements Action<SearchRequest, SearchResponse> {
    @Override
    public Api api() {
      return API;
    }

    @Override
    public Class<SearchRequest> requestType() {
      return SearchRequest.class;
    }

    @Override
    public SearchResponse handle(SearchRequest request, Call call) {
      return new SearchResponse(String.join("", request.groupIds()), request.faceMatchThreshold());
    }
  }

  static final class GetGroupList implements Action<NothingRequest, NothingResponse> {
    @Override
    public Api api() {
      return API;
    }

    @Override
    public Class<NothingRequest> requestType() {
      return NothingRequest.class;
    }

    @Override
    public NothingResponse handle(NothingRequest request, Call call) {
      return new NothingResponse();
    }
  }

  /** Fails as no action should. */
  static final class Break implements Action<NothingRequest, NothingResponse> {
    @Override
    public Api api() {
      return API;
    }

    @Override
    public Class<NothingRequest> requestType() {
      return NothingRequest.class;
    }

    @Override
    public NothingResponse handle(NothingRequest request, Call call) throws ApiException {
      if (call.language() == Language.CHINESE) {
        throw new ApiException(CommonError.RESOURCE_NOT_FOUND);
      }
      throw new IllegalStateException("inside");
    }
  }

  /** Its disk is full. */
  static final class FillDisk implements Action<NothingRequest, NothingResponse> {
    @Override
    public Api api() {
      return API;
    }

    @Override
    public Class<NothingRequest> requestType() {
      return NothingRequest.class;
    }

    @Override
    public NothingResponse handle(NothingRequest request, Call call) {
      throw new StoreException("full, as this test wants it", StoreFault.NO_SPACE);
    }
  }

  /** Its disk takes no writes. */
  static final class WriteToReadOnlyDisk implements Action<NothingRequest, NothingResponse> {
    @Override
    public Api api() {
      return API;
    }

    @Override
    public Class<NothingRequest> requestType() {
      return NothingRequest.class;
    }

    @Override
    public NothingResponse handle(NothingRequest request, Call call) {
      throw new StoreException(
          "not written", new FileSystemException("file", null, "Read-only file system"));
    }
  }

  /** Takes until it is let go. */
  static final class Wait implements Action<NothingRequest, NothingResponse> {
    final CountDownLatch running = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);

    @Override
    public Api api() {
      return API;
    }

    @Override
    public Class<NothingRequest> requestType() {
      return NothingRequest.class;
    }

    @Override
    public NothingResponse handle(NothingRequest request, Call call) {
      running.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new NothingResponse();
    }
  }
}
