package dev.mien.server.it;

import static dev.mien.server.it.SdkClients.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.iai.v20200303.IaiClient;
import com.tencentcloudapi.iai.v20200303.models.AnalyzeDenseLandmarksRequest;
import com.tencentcloudapi.iai.v20200303.models.AnalyzeFaceRequest;
import com.tencentcloudapi.iai.v20200303.models.Candidate;
import com.tencentcloudapi.iai.v20200303.models.CompareFaceRequest;
import com.tencentcloudapi.iai.v20200303.models.CopyPersonRequest;
import com.tencentcloudapi.iai.v20200303.models.CreateFaceRequest;
import com.tencentcloudapi.iai.v20200303.models.CreateFaceResponse;
import com.tencentcloudapi.iai.v20200303.models.CreateGroupRequest;
import com.tencentcloudapi.iai.v20200303.models.CreatePersonRequest;
import com.tencentcloudapi.iai.v20200303.models.CreatePersonResponse;
import com.tencentcloudapi.iai.v20200303.models.DeleteFaceRequest;
import com.tencentcloudapi.iai.v20200303.models.DeleteGroupRequest;
import com.tencentcloudapi.iai.v20200303.models.DeletePersonFromGroupRequest;
import com.tencentcloudapi.iai.v20200303.models.DeletePersonRequest;
import com.tencentcloudapi.iai.v20200303.models.DetectFaceRequest;
import com.tencentcloudapi.iai.v20200303.models.DetectFaceResponse;
import com.tencentcloudapi.iai.v20200303.models.FaceShape;
import com.tencentcloudapi.iai.v20200303.models.GetGroupInfoRequest;
import com.tencentcloudapi.iai.v20200303.models.GetGroupInfoResponse;
import com.tencentcloudapi.iai.v20200303.models.GetGroupListRequest;
import com.tencentcloudapi.iai.v20200303.models.GetPersonBaseInfoRequest;
import com.tencentcloudapi.iai.v20200303.models.GetPersonBaseInfoResponse;
import com.tencentcloudapi.iai.v20200303.models.GetPersonGroupInfoRequest;
import com.tencentcloudapi.iai.v20200303.models.GetPersonGroupInfoResponse;
import com.tencentcloudapi.iai.v20200303.models.GetPersonListNumRequest;
import com.tencentcloudapi.iai.v20200303.models.GetPersonListRequest;
import com.tencentcloudapi.iai.v20200303.models.GetPersonListResponse;
import com.tencentcloudapi.iai.v20200303.models.GroupExDescriptionInfo;
import com.tencentcloudapi.iai.v20200303.models.GroupInfo;
import com.tencentcloudapi.iai.v20200303.models.ModifyGroupRequest;
import com.tencentcloudapi.iai.v20200303.models.ModifyPersonBaseInfoRequest;
import com.tencentcloudapi.iai.v20200303.models.ModifyPersonGroupInfoRequest;
import com.tencentcloudapi.iai.v20200303.models.PersonExDescriptionInfo;
import com.tencentcloudapi.iai.v20200303.models.PersonInfo;
import com.tencentcloudapi.iai.v20200303.models.SearchFacesRequest;
import com.tencentcloudapi.iai.v20200303.models.SearchFacesResponse;
import com.tencentcloudapi.iai.v20200303.models.SearchFacesReturnsByGroupRequest;
import com.tencentcloudapi.iai.v20200303.models.SearchFacesReturnsByGroupResponse;
import com.tencentcloudapi.iai.v20200303.models.SearchPersonsRequest;
import com.tencentcloudapi.iai.v20200303.models.SearchPersonsResponse;
import com.tencentcloudapi.iai.v20200303.models.SearchPersonsReturnsByGroupRequest;
import com.tencentcloudapi.iai.v20200303.models.SearchPersonsReturnsByGroupResponse;
import com.tencentcloudapi.iai.v20200303.models.VerifyFaceRequest;
import com.tencentcloudapi.iai.v20200303.models.VerifyPersonRequest;
import dev.mien.server.it.SdkClients.Signing;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A day in the life of a gallery, through the official Java SDK and every way it can sign. */
class JavaSdkIT {
  @TempDir static Path folder;
  private static TestServer server;
  private static PhotoHost photos;

  @BeforeAll
  static void start() throws Exception {
    photos = PhotoHost.start();
    server = TestServer.start(folder.resolve("data"), "downloader:", "  allow-private: true");
  }

  @AfterAll
  static void stop() {
    server.close();
    photos.close();
  }

  @ParameterizedTest
  @EnumSource
  void every_action_works_with_the_official_java_sdk(Signing signing) throws Exception {
    IaiClient iai = SdkClients.iai(server, signing);
    Day day = new Day(iai, signing);
    day.makesGroups();
    day.enrolsPeople();
    day.looksAtPictures();
    day.verifies();
    day.searches();
    day.changesWhatIsWritten();
    day.addsAndRemovesFaces();
    day.tidiesUp();
  }

  /** One run; GET requests have no room for a picture, so they point to one. */
  private record Day(
      IaiClient iai, Signing signing, String office, String lab, String ann, String bea) {
    private static final String WANTED_FIELD = "工号";

    Day(IaiClient iai, Signing signing) {
      this(
          iai,
          signing,
          signing + "-office",
          signing + "_lab%@#&",
          signing + "-ann",
          signing + "-bea");
    }

    private boolean byUrl() {
      return signing == Signing.TC3_GET;
    }

    void makesGroups() throws Exception {
      CreateGroupRequest create = new CreateGroupRequest();
      create.setGroupId(office);
      create.setGroupName("Office " + signing);
      create.setGroupExDescriptions(new String[] {WANTED_FIELD, "department"});
      create.setTag("first floor");
      assertThat(iai.CreateGroup(create).getFaceModelVersion()).isEqualTo("3.0");
      assertRefused("InvalidParameterValue.GroupIdAlreadyExist", () -> iai.CreateGroup(create));

      CreateGroupRequest second = new CreateGroupRequest();
      second.setGroupId(lab);
      second.setGroupName("实验室 " + signing);
      second.setFaceModelVersion("3.0");
      iai.CreateGroup(second);

      GetGroupInfoRequest get = new GetGroupInfoRequest();
      get.setGroupId(office);
      GetGroupInfoResponse group = iai.GetGroupInfo(get);
      assertThat(group.getGroupName()).isEqualTo("Office " + signing);
      assertThat(group.getGroupExDescriptions()).containsExactly(WANTED_FIELD, "department");
      assertThat(group.getTag()).isEqualTo("first floor");
      assertThat(group.getCreationTimestamp()).isPositive();

      GetGroupListRequest list = new GetGroupListRequest();
      list.setOffset(0L);
      list.setLimit(1000L);
      assertThat(iai.GetGroupList(list).getGroupInfos())
          .extracting(GroupInfo::getGroupId)
          .contains(office, lab);
      list.setLimit(1001L);
      assertRefused("InvalidParameterValue.LimitExceed", () -> iai.GetGroupList(list));
    }

    void enrolsPeople() throws Exception {
      CreatePersonRequest create = new CreatePersonRequest();
      create.setGroupId(office);
      create.setPersonId(ann);
      create.setPersonName("Ann O'Neil, 张三");
      create.setGender(2L);
      create.setPersonExDescriptionInfos(
          new PersonExDescriptionInfo[] {value(0, "0042"), value(1, "R&D / 研发 <x>")});
      give(create, Photos.ANN);
      CreatePersonResponse created = iai.CreatePerson(create);
      assertThat(created.getFaceId()).matches("\\d{19}");
      assertThat(created.getSimilarPersonId()).isEmpty();
      assertThat(created.getFaceRect().getWidth()).isBetween(60L, 180L);
      assertThat(created.getFaceRect().getHeight()).isBetween(60L, 180L);

      CreatePersonRequest again = new CreatePersonRequest();
      again.setGroupId(office);
      again.setPersonId(ann + "-again");
      again.setPersonName("Ann again");
      again.setUniquePersonControl(3L);
      give(again, Photos.ANN);
      assertThat(iai.CreatePerson(again).getSimilarPersonId()).isEqualTo(ann);

      CreatePersonRequest other = new CreatePersonRequest();
      other.setGroupId(office);
      other.setPersonId(bea);
      other.setPersonName("Bea");
      other.setUniquePersonControl(4L);
      give(other, Photos.BEA);
      assertThat(iai.CreatePerson(other).getSimilarPersonId()).isEmpty();
    }

    void looksAtPictures() throws Exception {
      DetectFaceRequest detect = new DetectFaceRequest();
      detect.setNeedFaceAttributes(1L);
      detect.setNeedQualityDetection(1L);
      if (byUrl()) {
        detect.setUrl(photos.url(Photos.ANN));
      } else {
        detect.setImage(Photos.ANN.base64());
      }
      DetectFaceResponse detected = iai.DetectFace(detect);
      assertThat(detected.getImageWidth()).isEqualTo(224);
      assertThat(detected.getFaceInfos()).hasSize(1);
      assertThat(detected.getFaceInfos()[0].getFaceAttributesInfo().getRoll()).isBetween(-45L, 45L);
      assertThat(detected.getFaceInfos()[0].getFaceQualityInfo().getSharpness()).isPositive();

      AnalyzeFaceRequest analyze = new AnalyzeFaceRequest();
      analyze.setMode(1L);
      AnalyzeDenseLandmarksRequest dense = new AnalyzeDenseLandmarksRequest();
      if (byUrl()) {
        analyze.setUrl(photos.url(Photos.ANN));
        dense.setUrl(photos.url(Photos.ANN));
      } else {
        analyze.setImage(Photos.ANN.base64());
        dense.setImage(Photos.ANN.base64());
      }
      FaceShape[] shapes = iai.AnalyzeFace(analyze).getFaceShapeSet();
      assertThat(shapes).hasSize(1);
      assertThat(shapes[0].getFaceProfile()).hasSize(21);
      assertThat(shapes[0].getMouth()).hasSize(22);
      assertThat(shapes[0].getLeftPupil()[0].getX())
          .isLessThan(shapes[0].getRightPupil()[0].getX());
      assertThat(iai.AnalyzeDenseLandmarks(dense).getDenseFaceShapeSet()[0].getChin()).hasSize(121);

      CompareFaceRequest compare = new CompareFaceRequest();
      if (byUrl()) {
        compare.setUrlA(photos.url(Photos.ANN));
        compare.setUrlB(photos.url(Photos.ANN_AGAIN));
      } else {
        compare.setImageA(Photos.ANN.base64());
        compare.setImageB(Photos.ANN_AGAIN.base64());
      }
      assertThat(iai.CompareFace(compare).getScore()).as("the same woman twice").isGreaterThan(50);
      if (byUrl()) {
        compare.setUrlB(photos.url(Photos.BEA));
      } else {
        compare.setImageB(Photos.BEA.base64());
      }
      assertThat(iai.CompareFace(compare).getScore()).as("two women").isLessThan(40);
    }

    void verifies() throws Exception {
      VerifyFaceRequest face = new VerifyFaceRequest();
      face.setPersonId(ann);
      VerifyPersonRequest person = new VerifyPersonRequest();
      person.setPersonId(ann);
      if (byUrl()) {
        face.setUrl(photos.url(Photos.ANN));
        person.setUrl(photos.url(Photos.ANN));
      } else {
        face.setImage(Photos.ANN.base64());
        person.setImage(Photos.ANN.base64());
      }
      assertThat(iai.VerifyFace(face).getScore()).as("the enrolled picture itself").isEqualTo(100f);
      assertThat(iai.VerifyFace(face).getIsMatch()).isTrue();
      assertThat(iai.VerifyPerson(person).getScore()).isEqualTo(100f);
      face.setPersonId("nobody");
      assertRefused("InvalidParameterValue.PersonIdNotExist", () -> iai.VerifyFace(face));
    }

    void searches() throws Exception {
      CopyPersonRequest copy = new CopyPersonRequest();
      copy.setPersonId(ann);
      copy.setGroupIds(new String[] {lab});
      assertThat(iai.CopyPerson(copy).getSucGroupIds()).containsExactly(lab);

      SearchFacesRequest faces = new SearchFacesRequest();
      faces.setGroupIds(new String[] {office, lab});
      faces.setNeedPersonInfo(1L);
      faces.setMaxPersonNum(5L);
      give(faces, Photos.ANN_AGAIN);
      SearchFacesResponse found = iai.SearchFaces(faces);
      assertThat(found.getFaceNum()).isEqualTo(2);
      Candidate best = found.getResults()[0].getCandidates()[0];
      assertThat(best.getPersonId()).isEqualTo(ann);
      assertThat(best.getFaceId()).matches("\\d{19}");
      assertThat(best.getPersonName()).isEqualTo("Ann O'Neil, 张三");
      assertThat(best.getPersonGroupInfos()).hasSize(2);
      faces.setMaxFaceNum(11L);
      assertRefused("FailedOperation.SearchFacesExceed", () -> iai.SearchFaces(faces));

      SearchFacesReturnsByGroupRequest byGroup = new SearchFacesReturnsByGroupRequest();
      byGroup.setGroupIds(new String[] {office, lab});
      byGroup.setFaceMatchThreshold(50f);
      if (byUrl()) {
        byGroup.setUrl(photos.url(Photos.ANN_AGAIN));
      } else {
        byGroup.setImage(Photos.ANN_AGAIN.base64());
      }
      SearchFacesReturnsByGroupResponse inGroups = iai.SearchFacesReturnsByGroup(byGroup);
      assertThat(inGroups.getResultsReturnsByGroup()[0].getGroupCandidates())
          .extracting(group -> group.getGroupId() + ":" + group.getCandidates()[0].getPersonId())
          .containsExactly(office + ":" + ann, lab + ":" + ann);

      SearchPersonsRequest persons = new SearchPersonsRequest();
      persons.setGroupIds(new String[] {office, lab});
      if (byUrl()) {
        persons.setUrl(photos.url(Photos.BEA));
      } else {
        persons.setImage(Photos.BEA.base64());
      }
      SearchPersonsResponse foundPersons = iai.SearchPersons(persons);
      assertThat(foundPersons.getPersonNum()).isEqualTo(2);
      assertThat(foundPersons.getResults()[0].getCandidates()[0].getPersonId()).isEqualTo(bea);
      assertThat(foundPersons.getResults()[0].getCandidates()[0].getFaceId()).isEmpty();
      assertThat(foundPersons.getResults()[0].getCandidates()[0].getPersonName()).isNull();

      SearchPersonsReturnsByGroupRequest personsByGroup = new SearchPersonsReturnsByGroupRequest();
      personsByGroup.setGroupIds(new String[] {lab});
      personsByGroup.setMaxPersonNumPerGroup(3L);
      if (byUrl()) {
        personsByGroup.setUrl(photos.url(Photos.ANN));
      } else {
        personsByGroup.setImage(Photos.ANN.base64());
      }
      SearchPersonsReturnsByGroupResponse inLab = iai.SearchPersonsReturnsByGroup(personsByGroup);
      assertThat(inLab.getPersonNum()).isEqualTo(1);
      assertThat(
              inLab.getResultsReturnsByGroup()[0].getGroupCandidates()[0].getCandidates()[0]
                  .getPersonId())
          .isEqualTo(ann);
    }

    void changesWhatIsWritten() throws Exception {
      ModifyGroupRequest group = new ModifyGroupRequest();
      group.setGroupId(office);
      group.setGroupName("Head office " + signing);
      group.setTag("moved");
      GroupExDescriptionInfo field = new GroupExDescriptionInfo();
      field.setGroupExDescriptionIndex(1L);
      field.setGroupExDescription("team");
      group.setGroupExDescriptionInfos(new GroupExDescriptionInfo[] {field});
      iai.ModifyGroup(group);
      GetGroupInfoRequest get = new GetGroupInfoRequest();
      get.setGroupId(office);
      assertThat(iai.GetGroupInfo(get).getGroupExDescriptions())
          .containsExactly(WANTED_FIELD, "team");
      assertThat(iai.GetGroupInfo(get).getTag()).isEqualTo("moved");

      ModifyPersonBaseInfoRequest base = new ModifyPersonBaseInfoRequest();
      base.setPersonId(ann);
      base.setPersonName("Ann Lee");
      base.setGender(0L);
      iai.ModifyPersonBaseInfo(base);
      GetPersonBaseInfoRequest getBase = new GetPersonBaseInfoRequest();
      getBase.setPersonId(ann);
      GetPersonBaseInfoResponse info = iai.GetPersonBaseInfo(getBase);
      assertThat(info.getPersonName()).isEqualTo("Ann Lee");
      assertThat(info.getGender()).isZero();
      assertThat(info.getFaceIds()).hasSize(1);

      ModifyPersonGroupInfoRequest values = new ModifyPersonGroupInfoRequest();
      values.setGroupId(office);
      values.setPersonId(ann);
      values.setPersonExDescriptionInfos(new PersonExDescriptionInfo[] {value(1, "search")});
      iai.ModifyPersonGroupInfo(values);
      GetPersonGroupInfoRequest getGroups = new GetPersonGroupInfoRequest();
      getGroups.setPersonId(ann);
      GetPersonGroupInfoResponse groups = iai.GetPersonGroupInfo(getGroups);
      assertThat(groups.getGroupNum()).isEqualTo(2);
      assertThat(groups.getFaceModelVersion()).isEqualTo("3.0");
      assertThat(
              Arrays.stream(groups.getPersonGroupInfos())
                  .filter(membership -> membership.getGroupId().equals(office))
                  .findFirst()
                  .orElseThrow()
                  .getPersonExDescriptions())
          .containsExactly("0042", "search");
    }

    void addsAndRemovesFaces() throws Exception {
      CreateFaceRequest add = new CreateFaceRequest();
      add.setPersonId(ann);
      add.setFaceMatchThreshold(50f);
      if (byUrl()) {
        add.setUrls(new String[] {photos.url(Photos.ANN_AGAIN), photos.url(Photos.BEA)});
      } else {
        add.setImages(new String[] {Photos.ANN_AGAIN.base64(), Photos.BEA.base64()});
      }
      CreateFaceResponse added = iai.CreateFace(add);
      assertThat(added.getSucFaceNum()).isEqualTo(1);
      assertThat(added.getRetCode()).containsExactly(0L, -1604L);
      assertThat(added.getSucIndexes()).containsExactly(0L);
      assertThat(added.getSucFaceRects()).hasSize(1);

      GetPersonListNumRequest count = new GetPersonListNumRequest();
      count.setGroupId(office);
      assertThat(iai.GetPersonListNum(count).getPersonNum()).isEqualTo(2);
      assertThat(iai.GetPersonListNum(count).getFaceNum()).isEqualTo(3);

      GetPersonListRequest list = new GetPersonListRequest();
      list.setGroupId(office);
      GetPersonListResponse persons = iai.GetPersonList(list);
      assertThat(persons.getPersonInfos())
          .extracting(PersonInfo::getPersonId)
          .containsExactly(ann, bea);
      assertThat(persons.getPersonInfos()[0].getFaceIds()).hasSize(2);
      assertThat(persons.getFaceNum()).isEqualTo(3);

      DeleteFaceRequest delete = new DeleteFaceRequest();
      delete.setPersonId(ann);
      delete.setFaceIds(added.getSucFaceIds());
      assertThat(iai.DeleteFace(delete).getSucDeletedNum()).isEqualTo(1);
      delete.setFaceIds(Arrays.copyOf(persons.getPersonInfos()[0].getFaceIds(), 1));
      assertRefused("InvalidParameterValue.DeleteFaceNumExceed", () -> iai.DeleteFace(delete));
    }

    void tidiesUp() throws Exception {
      DeletePersonFromGroupRequest leave = new DeletePersonFromGroupRequest();
      leave.setGroupId(office);
      leave.setPersonId(ann);
      iai.DeletePersonFromGroup(leave);
      GetPersonBaseInfoRequest get = new GetPersonBaseInfoRequest();
      get.setPersonId(ann);
      assertThat(iai.GetPersonBaseInfo(get).getPersonName())
          .as("still in the lab")
          .isEqualTo("Ann Lee");

      DeleteGroupRequest deleteLab = new DeleteGroupRequest();
      deleteLab.setGroupId(lab);
      iai.DeleteGroup(deleteLab);
      assertRefused("InvalidParameterValue.PersonIdNotExist", () -> iai.GetPersonBaseInfo(get));

      DeletePersonRequest deleteBea = new DeletePersonRequest();
      deleteBea.setPersonId(bea);
      iai.DeletePerson(deleteBea);
      DeleteGroupRequest deleteOffice = new DeleteGroupRequest();
      deleteOffice.setGroupId(office);
      iai.DeleteGroup(deleteOffice);
      GetGroupInfoRequest gone = new GetGroupInfoRequest();
      gone.setGroupId(office);
      assertRefused("InvalidParameterValue.GroupIdNotExist", () -> iai.GetGroupInfo(gone));
    }

    private void give(CreatePersonRequest request, Photos photo) {
      if (byUrl()) {
        request.setUrl(photos.url(photo));
      } else {
        request.setImage(photo.base64());
      }
    }

    private void give(SearchFacesRequest request, Photos photo) {
      if (byUrl()) {
        request.setUrl(photos.url(photo));
      } else {
        request.setImage(photo.base64());
      }
    }

    private static PersonExDescriptionInfo value(long index, String text) {
      PersonExDescriptionInfo info = new PersonExDescriptionInfo();
      info.setPersonExDescriptionIndex(index);
      info.setPersonExDescription(text);
      return info;
    }
  }
}
