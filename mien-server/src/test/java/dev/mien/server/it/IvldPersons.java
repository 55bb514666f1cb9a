package dev.mien.server.it;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.ivld.v20210903.IvldClient;
import com.tencentcloudapi.ivld.v20210903.models.AddCustomPersonImageRequest;
import com.tencentcloudapi.ivld.v20210903.models.CreateCustomCategoryRequest;
import com.tencentcloudapi.ivld.v20210903.models.CreateCustomGroupRequest;
import com.tencentcloudapi.ivld.v20210903.models.CreateCustomPersonRequest;
import com.tencentcloudapi.ivld.v20210903.models.CreateCustomPersonResponse;
import com.tencentcloudapi.ivld.v20210903.models.CustomPersonInfo;
import com.tencentcloudapi.ivld.v20210903.models.DeleteCustomPersonImageRequest;
import com.tencentcloudapi.ivld.v20210903.models.DeleteCustomPersonRequest;
import com.tencentcloudapi.ivld.v20210903.models.DescribeCustomPersonDetailRequest;
import com.tencentcloudapi.ivld.v20210903.models.DescribeCustomPersonsRequest;
import com.tencentcloudapi.ivld.v20210903.models.PersonImageInfo;
import dev.mien.server.it.SdkClients.Signing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Custom persons through the official SDK, in few words, and a look at what the server keeps. */
final class IvldPersons {
  static final String BUCKET = "bucket-123456.cos.ap-shanghai.myqcloud.com";

  /** The SDK's own client. */
  final IvldClient client;

  IvldPersons(TestServer server) {
    this(server, server.credentials());
  }

  IvldPersons(TestServer server, TestServer.Credentials keys) {
    client = SdkClients.ivld(server, Signing.TC3_POST, keys.secretId(), keys.secretKey());
  }

  void createGroup() throws TencentCloudSDKException {
    CreateCustomGroupRequest request = new CreateCustomGroupRequest();
    request.setBucket(BUCKET);
    client.CreateCustomGroup(request);
  }

  String createCategory(String first, String second) throws TencentCloudSDKException {
    CreateCustomCategoryRequest request = new CreateCustomCategoryRequest();
    request.setL1Category(first);
    request.setL2Category(second);
    return client.CreateCustomCategory(request).getCategoryId();
  }

  static CreateCustomPersonRequest person(String name, String category) {
    CreateCustomPersonRequest request = new CreateCustomPersonRequest();
    request.setName(name);
    request.setBasicInfo("about " + name);
    request.setCategoryId(category);
    return request;
  }

  CreateCustomPersonResponse create(String name, String category, String image)
      throws TencentCloudSDKException {
    CreateCustomPersonRequest request = person(name, category);
    request.setImage(image);
    return client.CreateCustomPerson(request);
  }

  CreateCustomPersonResponse createByUrl(String name, String category, String url)
      throws TencentCloudSDKException {
    CreateCustomPersonRequest request = person(name, category);
    request.setImageURL(url);
    return client.CreateCustomPerson(request);
  }

  PersonImageInfo addImage(String person, String image) throws TencentCloudSDKException {
    AddCustomPersonImageRequest request = new AddCustomPersonImageRequest();
    request.setPersonId(person);
    request.setImage(image);
    return client.AddCustomPersonImage(request).getImageInfo();
  }

  void deleteImage(String person, String image) throws TencentCloudSDKException {
    DeleteCustomPersonImageRequest request = new DeleteCustomPersonImageRequest();
    request.setPersonId(person);
    request.setImageId(image);
    client.DeleteCustomPersonImage(request);
  }

  void delete(String person) throws TencentCloudSDKException {
    DeleteCustomPersonRequest request = new DeleteCustomPersonRequest();
    request.setPersonId(person);
    client.DeleteCustomPerson(request);
  }

  CustomPersonInfo describe(String person) throws TencentCloudSDKException {
    DescribeCustomPersonDetailRequest request = new DescribeCustomPersonDetailRequest();
    request.setPersonId(person);
    return client.DescribeCustomPersonDetail(request).getPersonInfo();
  }

  List<CustomPersonInfo> all() throws TencentCloudSDKException {
    DescribeCustomPersonsRequest request = new DescribeCustomPersonsRequest();
    request.setPageNumber(1L);
    request.setPageSize(50L);
    return List.of(client.DescribeCustomPersons(request).getPersonInfoSet());
  }

  /** What a link leads to. */
  static HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  /** The files of the media store's contents. */
  static List<Path> keptFiles(Path data) throws IOException {
    Path objects = data.resolve("media").resolve("objects");
    if (!Files.exists(objects)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(objects)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
