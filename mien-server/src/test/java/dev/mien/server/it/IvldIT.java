package dev.mien.server.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.iai.v20200303.IaiClient;
import com.tencentcloudapi.iai.v20200303.models.Candidate;
import com.tencentcloudapi.iai.v20200303.models.DeletePersonRequest;
import com.tencentcloudapi.iai.v20200303.models.GetPersonBaseInfoRequest;
import com.tencentcloudapi.iai.v20200303.models.ModifyPersonBaseInfoRequest;
import com.tencentcloudapi.iai.v20200303.models.SearchFacesRequest;
import com.tencentcloudapi.ivld.v20210903.models.CreateCustomPersonRequest;
import com.tencentcloudapi.ivld.v20210903.models.CreateCustomPersonResponse;
import com.tencentcloudapi.ivld.v20210903.models.CreateDefaultCategoriesRequest;
import com.tencentcloudapi.ivld.v20210903.models.CustomCategory;
import com.tencentcloudapi.ivld.v20210903.models.CustomPersonFilter;
import com.tencentcloudapi.ivld.v20210903.models.CustomPersonInfo;
import com.tencentcloudapi.ivld.v20210903.models.DeleteCustomCategoryRequest;
import com.tencentcloudapi.ivld.v20210903.models.DescribeCustomCategoriesRequest;
import com.tencentcloudapi.ivld.v20210903.models.DescribeCustomGroupRequest;
import com.tencentcloudapi.ivld.v20210903.models.DescribeCustomGroupResponse;
import com.tencentcloudapi.ivld.v20210903.models.DescribeCustomPersonsRequest;
import com.tencentcloudapi.ivld.v20210903.models.PersonImageInfo;
import com.tencentcloudapi.ivld.v20210903.models.SortBy;
import com.tencentcloudapi.ivld.v20210903.models.UpdateCustomCategoryRequest;
import com.tencentcloudapi.ivld.v20210903.models.UpdateCustomPersonRequest;
import dev.mien.server.it.SdkClients.Signing;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Custom persons with the official SDK, and the files that are kept for them. */
class IvldIT {
  private static final String ALL_ROUND_GROUP = "ivld-custom-persons";
  private static final int IMAGES_MAX = 10;
  private static final int GPS_BYTES = 2000;
  private static final int BLURRED_SIDE = 20;

  @TempDir static Path folder;
  private static TestServer server;
  private static IvldPersons persons;
  private static IaiClient iai;
  private static PhotoHost host;

  private String stars = "";

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(data(), "downloader:", "  allow-private: true");
    persons = new IvldPersons(server);
    iai = SdkClients.iai(server, Signing.TC3_POST);
    host = PhotoHost.start();
    persons.createGroup();
  }

  @AfterAll
  static void stop() {
    host.close();
    server.close();
  }

  private static Path data() {
    return folder.resolve("data");
  }

  @BeforeEach
  void makeCategory() throws Exception {
    stars = persons.createCategory("stars", "");
  }

  /** Nothing of a test may be left, neither in lists nor in files. */
  @AfterEach
  void clear() throws Exception {
    for (CustomPersonInfo person : persons.all()) {
      persons.delete(person.getPersonId());
    }
    for (CustomCategory category : Arrays.asList(categories()).reversed()) {
      DeleteCustomCategoryRequest request = new DeleteCustomCategoryRequest();
      request.setCategoryId(category.getCategoryId());
      persons.client.DeleteCustomCategory(request);
    }
    assertThat(IvldPersons.keptFiles(data())).isEmpty();
  }

  private static CustomCategory[] categories() throws TencentCloudSDKException {
    return persons.client.DescribeCustomCategories(new DescribeCustomCategoriesRequest())
        .getCategorySet();
  }

  @Test
  void a_person_comes_is_found_by_every_api_and_goes_with_its_files() throws Exception {
    CreateCustomPersonResponse ann = persons.create("Ann Lee", stars, Photos.ANN.base64());
    assertThat(ann.getPersonId()).matches("person-[0-9A-Za-z]{8}");
    PersonImageInfo image = ann.getImageInfo();
    assertThat(image.getImageId())
        .matches("image-" + ann.getPersonId().substring(7) + "-[0-9A-Za-z]{4}");
    assertThat(image.getErrorCode()).isEqualTo("OK");
    assertThat(image.getErrorMsg()).isEqualTo("OK");
    HttpResponse<byte[]> kept = IvldPersons.get(image.getImageURL());
    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(kept.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(ImageIO.read(new ByteArrayInputStream(kept.body())).getWidth()).isEqualTo(224);
    List<Path> files = IvldPersons.keptFiles(data());
    assertThat(files).hasSize(1);
    assertThat(Files.readString(files.getFirst(), ISO_8859_1))
        .as("encrypted at rest")
        .doesNotContain("JFIF");

    CustomPersonInfo described = persons.describe(ann.getPersonId());
    assertThat(described.getName()).isEqualTo("Ann Lee");
    assertThat(described.getBasicInfo()).isEqualTo("about Ann Lee");
    assertThat(described.getL1Category()).isEqualTo("stars");
    assertThat(described.getL2Category()).isEmpty();
    assertThat(described.getCreateTime()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    DescribeCustomGroupResponse group =
        persons.client.DescribeCustomGroup(new DescribeCustomGroupRequest());
    assertThat(group.getGroupSize()).isEqualTo(1);
    assertThat(group.getBucket()).isEqualTo(IvldPersons.BUCKET);
    assertThat(foundByIai(Photos.ANN_AGAIN)).isEqualTo(ann.getPersonId());

    persons.delete(ann.getPersonId());
    assertThat(IvldPersons.get(image.getImageURL()).statusCode()).isEqualTo(404);
    assertThat(IvldPersons.keptFiles(data())).isEmpty();
    SdkClients.assertRefused(
        "ResourceNotFound.RecordNotFound", () -> persons.describe(ann.getPersonId()));
  }

  private static String foundByIai(Photos photo) throws TencentCloudSDKException {
    SearchFacesRequest search = new SearchFacesRequest();
    search.setGroupIds(new String[] {ALL_ROUND_GROUP});
    search.setImage(photo.base64());
    search.setNeedPersonInfo(1L);
    Candidate best = iai.SearchFaces(search).getResults()[0].getCandidates()[0];
    return best.getPersonId();
  }

  @Test
  void pictures_are_added_and_removed_with_their_files() throws Exception {
    String ann = persons.create("Ann", stars, Photos.ANN.base64()).getPersonId();
    PersonImageInfo second = persons.addImage(ann, Photos.ANN_AGAIN.base64());
    assertThat(IvldPersons.keptFiles(data())).hasSize(2);
    assertThat(persons.describe(ann).getImageInfoSet())
        .extracting(PersonImageInfo::getImageId)
        .hasSize(2)
        .endsWith(second.getImageId());
    persons.deleteImage(ann, second.getImageId());
    assertThat(IvldPersons.get(second.getImageURL()).statusCode()).isEqualTo(404);
    assertThat(IvldPersons.keptFiles(data())).hasSize(1);
    SdkClients.assertRefused(
        "ResourceNotFound.RecordNotFound", () -> persons.deleteImage(ann, second.getImageId()));

    String first = persons.describe(ann).getImageInfoSet()[0].getImageId();
    persons.deleteImage(ann, first);
    assertThat(persons.describe(ann).getImageInfoSet()).isEmpty();
    assertThat(IvldPersons.keptFiles(data())).isEmpty();
    persons.addImage(ann, Photos.ANN.base64());
    assertThat(foundByIai(Photos.ANN_AGAIN)).isEqualTo(ann);
  }

  @Test
  void an_equal_picture_is_one_file_until_the_last_image_is_gone() throws Exception {
    String ann = persons.create("Ann", stars, Photos.ANN.base64()).getPersonId();
    PersonImageInfo same = persons.addImage(ann, Photos.ANN.base64());
    assertThat(IvldPersons.keptFiles(data())).hasSize(1);
    persons.deleteImage(ann, same.getImageId());
    assertThat(IvldPersons.keptFiles(data())).hasSize(1);
    assertThat(
            IvldPersons.get(persons.describe(ann).getImageInfoSet()[0].getImageURL()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_person_has_ten_pictures_at_most() throws Exception {
    String ann = persons.create("Ann", stars, Photos.ANN.base64()).getPersonId();
    for (int i = 1; i < IMAGES_MAX; i++) {
      persons.addImage(ann, Photos.ANN.base64());
    }
    SdkClients.assertRefused(
        "FailedOperation.ImageNumExceeded", () -> persons.addImage(ann, Photos.ANN.base64()));
    assertThat(persons.describe(ann).getImageInfoSet()).hasSize(IMAGES_MAX);
  }

  @Test
  void a_picture_may_be_behind_a_url_and_one_that_is_sent_comes_first() throws Exception {
    String url = host.url(Photos.ANN);
    String ann = persons.createByUrl("Ann", stars, url).getPersonId();
    assertThat(foundByIai(Photos.ANN)).isEqualTo(ann);
    CreateCustomPersonRequest both = IvldPersons.person("Bea", stars);
    both.setImage(Photos.BEA.base64());
    both.setImageURL("no url at all");
    String bea = persons.client.CreateCustomPerson(both).getPersonId();
    assertThat(foundByIai(Photos.BEA)).isEqualTo(bea);
  }

  @Test
  void urls_are_refused_for_what_is_wrong_with_them() throws Exception {
    refusedUrl("InvalidParameter.InvalidURL", "no url at all");
    refusedUrl("InvalidParameter.InvalidURL", "example.com/a.jpg");
    refusedUrl("InvalidParameter.InvalidURL", "http:///a.jpg");
    refusedUrl("InvalidParameter.UnsupportURL", "ftp://example.com/a.jpg");
    refusedUrl("InvalidParameter.UnsupportURL", "file:///etc/passwd");
    refusedUrl("InvalidParameter.UnsupportURL", "http://user:word@example.com/a.jpg");
    refusedUrl("FailedOperation.DownloadFailed", host.url(Photos.ANN).replace("ANN", "NOBODY"));
    refused(
        "InvalidParameter.InvalidParam",
        "Image",
        () -> persons.client.CreateCustomPerson(IvldPersons.person("Ann", stars)));
  }

  private void refusedUrl(String code, String url) {
    SdkClients.assertRefused(code, () -> persons.createByUrl("Ann", stars, url));
  }

  @Test
  void pictures_are_refused_for_what_they_show() throws Exception {
    refusedPicture("InvalidParameter.InvalidImage", "bm90IGEgcGljdHVyZQ==");
    refusedPicture("InvalidParameter.InvalidImage", "data:image/jpeg;base64,AAAA");
    refusedPicture("FailedOperation.NoFaceInImage", base64(plain()));
    refusedPicture(
        "FailedOperation.MultipleFacesInImage",
        Base64.getEncoder().encodeToString(Photos.bytes("sample3.jpg")));
    refusedPicture("FailedOperation.QualityTooLow", base64(blurred()));
    String ann = persons.create("Ann", stars, Photos.ANN.base64()).getPersonId();
    refused(
        "FailedOperation.PersonDuplicated",
        ann,
        () -> persons.create("Ann again", stars, Photos.ANN_AGAIN.base64()));
    refused(
        "FailedOperation.PersonNotMatched", ann, () -> persons.addImage(ann, Photos.BEA.base64()));
    String bea = persons.create("Bea", stars, Photos.BEA.base64()).getPersonId();
    refused(
        "FailedOperation.PersonDuplicated", bea, () -> persons.addImage(ann, Photos.BEA.base64()));
    assertThat(IvldPersons.keptFiles(data())).as("what is refused leaves nothing").hasSize(2);
  }

  private void refusedPicture(String code, String image) {
    SdkClients.assertRefused(code, () -> persons.create("Ann", stars, image));
  }

  /** A refusal whose message says what it is about. */
  private static void refused(String code, String about, ThrowingCallable call) {
    TencentCloudSDKException refused =
        Assertions.catchThrowableOfType(TencentCloudSDKException.class, call);
    assertThat(refused).as("expected " + code).isNotNull();
    assertThat(refused.getErrorCode()).isEqualTo(code);
    assertThat(refused.getMessage()).contains(about);
  }

  private static BufferedImage plain() {
    return new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage blurred() throws IOException {
    BufferedImage sharp = ImageIO.read(new ByteArrayInputStream(Photos.ANN.jpeg()));
    return scaled(scaled(sharp, BLURRED_SIDE), sharp.getWidth());
  }

  private static BufferedImage scaled(BufferedImage image, int side) {
    BufferedImage scaled = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, side, side, null);
    graphics.dispose();
    return scaled;
  }

  private static String base64(BufferedImage image) {
    return Base64.getEncoder().encodeToString(Photos.encode(image, "jpg"));
  }

  @Test
  void nothing_of_a_files_metadata_is_given_out() throws Exception {
    byte[] plain = Photos.ANN.jpeg();
    ByteArrayOutputStream withPlace = new ByteArrayOutputStream();
    withPlace.write(plain, 0, 2); // start of image
    byte[] secret = new byte[GPS_BYTES];
    byte[] words = "Exif\0\0 48.8584 N, 2.2945 E".getBytes(ISO_8859_1);
    System.arraycopy(words, 0, secret, 0, words.length);
    withPlace.write(
        new byte[] {
          (byte) 0xff, (byte) 0xfe, (byte) ((GPS_BYTES + 2) >> 8), (byte) (GPS_BYTES + 2)
        });
    withPlace.write(secret);
    withPlace.write(plain, 2, plain.length - 2);
    String image = Base64.getEncoder().encodeToString(withPlace.toByteArray());
    CreateCustomPersonResponse ann = persons.create("Ann", stars, image);
    byte[] kept = IvldPersons.get(ann.getImageInfo().getImageURL()).body();
    assertThat(new String(kept, ISO_8859_1)).doesNotContain("Exif", "48.8584");
  }

  @Test
  void persons_are_listed_by_age_by_page_and_through_a_filter() throws Exception {
    String singers = persons.createCategory("stars", "singers");
    String ann = persons.create("Ann", stars, Photos.ANN.base64()).getPersonId();
    String bea = persons.create("Bea", singers, Photos.BEA.base64()).getPersonId();
    String cleo = persons.create("Cleo", singers, Photos.CLEO.base64()).getPersonId();
    assertThat(list(1, 50, null, null)).containsExactly(cleo, bea, ann);
    assertThat(list(2, 2, null, null)).containsExactly(ann);
    assertThat(list(9, 50, null, null)).isEmpty();
    SortBy oldest = new SortBy();
    oldest.setBy("CreateTime");
    oldest.setDescend(false);
    assertThat(list(1, 50, oldest, null)).containsExactly(ann, bea, cleo);
    assertThat(list(1, 50, null, filter("Bea"))).containsExactly(bea);
    CustomPersonFilter ofSingers = filter("");
    ofSingers.setCategoryIdSet(new String[] {singers});
    assertThat(list(1, 50, null, ofSingers)).containsExactly(cleo, bea);
    CustomPersonFilter ofBoth = filter("");
    ofBoth.setL1CategorySet(new String[] {"stars"});
    ofBoth.setPersonIdSet(new String[] {ann, cleo, "person-00000000"});
    assertThat(list(1, 50, null, ofBoth)).containsExactly(cleo, ann);
  }

  private static CustomPersonFilter filter(String name) {
    CustomPersonFilter filter = new CustomPersonFilter();
    filter.setName(name);
    return filter;
  }

  private static List<String> list(long page, long size, SortBy sortBy, CustomPersonFilter filter)
      throws TencentCloudSDKException {
    DescribeCustomPersonsRequest request = new DescribeCustomPersonsRequest();
    request.setPageNumber(page);
    request.setPageSize(size);
    request.setSortBy(sortBy);
    request.setFilter(filter);
    return Arrays.stream(persons.client.DescribeCustomPersons(request).getPersonInfoSet())
        .map(CustomPersonInfo::getPersonId)
        .toList();
  }

  @Test
  void what_is_known_of_a_person_changes_and_iai_sees_the_name() throws Exception {
    String doctors = persons.createCategory("doctors", "");
    String ann = persons.create("Ann", stars, Photos.ANN.base64()).getPersonId();
    UpdateCustomPersonRequest update = new UpdateCustomPersonRequest();
    update.setPersonId(ann);
    update.setName("Anna");
    update.setBasicInfo("");
    update.setCategoryId(doctors);
    persons.client.UpdateCustomPerson(update);
    CustomPersonInfo changed = persons.describe(ann);
    assertThat(changed.getName()).isEqualTo("Anna");
    assertThat(changed.getBasicInfo()).as("empty changes nothing").isEqualTo("about Ann");
    assertThat(changed.getL1Category()).isEqualTo("doctors");
    GetPersonBaseInfoRequest info = new GetPersonBaseInfoRequest();
    info.setPersonId(ann);
    assertThat(iai.GetPersonBaseInfo(info).getPersonName()).isEqualTo("Anna");
    ModifyPersonBaseInfoRequest rename = new ModifyPersonBaseInfoRequest();
    rename.setPersonId(ann);
    rename.setPersonName("Ann by IAI");
    iai.ModifyPersonBaseInfo(rename);
    assertThat(persons.describe(ann).getName()).isEqualTo("Ann by IAI");
  }

  @Test
  void a_person_that_iai_deletes_is_gone_here_too() throws Exception {
    String ann = persons.create("Ann", stars, Photos.ANN.base64()).getPersonId();
    String bea = persons.create("Bea", stars, Photos.BEA.base64()).getPersonId();
    DeletePersonRequest delete = new DeletePersonRequest();
    delete.setPersonId(ann);
    iai.DeletePerson(delete);
    assertThat(persons.all()).extracting(CustomPersonInfo::getPersonId).containsExactly(bea);
    restart();
    assertThat(IvldPersons.keptFiles(data())).as("the start sweeps").hasSize(1);
    assertThat(IvldPersons.get(persons.describe(bea).getImageInfoSet()[0].getImageURL()).body())
        .isNotEmpty();
  }

  private static void restart() throws Exception {
    server.stop();
    server = TestServer.start(data(), "downloader:", "  allow-private: true");
    persons = new IvldPersons(server);
    iai = SdkClients.iai(server, Signing.TC3_POST);
  }

  @Test
  void another_account_sees_nothing_of_it() throws Exception {
    CreateCustomPersonResponse ann = persons.create("Ann", stars, Photos.ANN.base64());
    IvldPersons others = new IvldPersons(server, server.newAccount(data()));
    SdkClients.assertRefused(
        "ResourceNotFound.CustomGroupNotFound",
        () -> others.client.DescribeCustomGroup(new DescribeCustomGroupRequest()));
    others.createGroup();
    assertThat(others.all()).isEmpty();
    assertThat(
            others.client.DescribeCustomCategories(new DescribeCustomCategoriesRequest())
                .getCategorySet())
        .isEmpty();
    String person = ann.getPersonId();
    String image = ann.getImageInfo().getImageId();
    String code = "ResourceNotFound.RecordNotFound";
    SdkClients.assertRefused(code, () -> others.describe(person));
    SdkClients.assertRefused(code, () -> others.delete(person));
    SdkClients.assertRefused(code, () -> others.deleteImage(person, image));
    SdkClients.assertRefused(code, () -> others.addImage(person, Photos.ANN.base64()));
    SdkClients.assertRefused(
        "InvalidParameter.InvalidCategoryId",
        () -> others.create("Ann", stars, Photos.ANN.base64()));
    String mine = others.createCategory("mine", "");
    String theirs = others.create("Ann", mine, Photos.ANN.base64()).getPersonId();
    assertThat(theirs).as("no duplicate across accounts").isNotEqualTo(person);
    others.delete(theirs);
    assertThat(IvldPersons.get(ann.getImageInfo().getImageURL()).statusCode())
        .as("equal pictures of two accounts are one file, which stays")
        .isEqualTo(200);
  }

  @Test
  void categories_have_two_levels_and_the_usual_ones_can_be_had_at_once() throws Exception {
    String singers = persons.createCategory("stars", "singers");
    UpdateCustomCategoryRequest rename = new UpdateCustomCategoryRequest();
    rename.setCategoryId(stars);
    rename.setL1Category("celebrities");
    assertThat(persons.client.UpdateCustomCategory(rename).getCategoryId()).isEqualTo(stars);
    assertThat(categories())
        .extracting(
            CustomCategory::getCategoryId,
            CustomCategory::getL1Category,
            CustomCategory::getL2Category)
        .containsExactly(
            Assertions.tuple(stars, "celebrities", ""),
            Assertions.tuple(singers, "celebrities", "singers"));
    for (int i = 0; i < 2; i++) {
      persons.client.CreateDefaultCategories(new CreateDefaultCategoriesRequest());
    }
    assertThat(categories())
        .hasSize(17)
        .extracting(CustomCategory::getL1Category)
        .contains("公众人物", "娱乐明星");
  }
}
