package dev.mien.server.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.AccountId;
import dev.mien.media.MediaLimits;
import dev.mien.media.MediaStore;
import dev.mien.server.fetch.Downloader;
import dev.mien.server.fetch.FetchRules;
import dev.mien.server.fuzz.Fuzzing;
import dev.mien.server.it.Clips;
import dev.mien.server.work.WorkLimits;
import dev.mien.server.work.WorkPool;
import dev.mien.vision.EngineOptions;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.video.Ffmpeg;
import dev.mien.vision.video.ProbeReport;
import dev.mien.vision.video.VideoException;
import dev.mien.vision.video.VideoLimits;
import dev.mien.vision.video.VideoWork;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged and hostile videos, from the store through both children to the faces: each is refused as
 * documented or looked at, within its time, and leaves neither a child nor a file.
 */
@Timeout(600)
class VideoFuzzTest {
  private static final AccountId ACCOUNT = new AccountId(1);
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final VideoLimits LIMITS =
      new VideoLimits(1 << 20, Duration.ofSeconds(4), 16, 640, 400, 2, Duration.ofSeconds(4));

  /** Small ones, by container; the program that comes with Mien makes them. */
  private static final Map<String, String> CODECS =
      Map.of("mp4", "libopenh264", "mov", "mjpeg", "mkv", "libvpx", "avi", "mpeg4");

  private static final String YUV = "yuv420p";
  private static final Map<String, byte[]> CLIPS = new HashMap<>();

  @TempDir private static Path folder;

  private static FaceEngine engine;
  private static WorkPool pool;
  private static MediaStore store;
  private static VideoFiles files;
  private static VideoFaceFinder finder;

  @BeforeAll
  static void open() throws Exception {
    for (Map.Entry<String, String> clip : CODECS.entrySet()) {
      Path file = folder.resolve("clip." + clip.getKey());
      String pixels = clip.getValue().equals("mjpeg") ? "yuvj420p" : YUV;
      CLIPS.put(
          clip.getKey(),
          Files.readAllBytes(Clips.pattern(file, "64x64", 0.6, 5, clip.getValue(), pixels)));
    }
    engine = FaceEngine.open(ModelPack.bundled(), EngineOptions.DEFAULTS);
    pool = new WorkPool(new WorkLimits(1, 1, 1, LONG, LONG));
    store =
        MediaStore.open(
            folder.resolve("media"),
            new SecretKeySpec(new byte[32], "Generic"),
            new MediaLimits(1 << 20, 1 << 24, Duration.ofDays(1)),
            Clock.systemUTC());
    files = new VideoFiles(store);
    finder =
        new VideoFaceFinder(
            pool,
            store,
            Downloader.start(new FetchRules(false, LONG, LONG, 1 << 20, 0, 1)),
            engine,
            new VideoRules(true, Optional.empty(), LIMITS, 1, 1, 1),
            folder.resolve("incoming"),
            Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    finder.close();
    store.close();
    pool.close();
    engine.close();
  }

  @Test
  void reports_of_the_probe() {
    String report =
        """
        {"programs": [], "streams": [{"codec_name": "h264", "width": 1280, "height": 720,
        "sample_aspect_ratio": "4:3", "avg_frame_rate": "25/1", "duration": "3.240000",
        "tags": {"rotate": "90"}, "side_data_list": [{}, {"rotation": -90}]}],
        "format": {"duration": "3.3"}}
        """;
    VideoLimits limits = VideoLimits.DEFAULTS;
    Fuzzing.run(
        List.of(report.getBytes(UTF_8)),
        List.of("1e308", "-1", "2147483648", "0/0", ":", "NaN", "null", "[[[[", "{}", "1e-320"),
        VideoException.class,
        input -> limits.require(ProbeReport.parse(input)));
  }

  @Test
  void videos() {
    Fuzzing.run(
        List.copyOf(CLIPS.values()),
        List.of("moov", "mdat", "stsz", "dref", "url ", "alis", "LIST", "idx1", "\u001aE", "RIFF"),
        VideoRefusedException.class,
        VideoFuzzTest::find);
  }

  /** Bytes behind a marker, in hexadecimal digits, that say what no file of a few KB can hold. */
  @ParameterizedTest
  @CsvSource({
    "avi, avih,  8, 00000000", // no time between frames
    "avi, strh, 28, 01000000ffffff7f", // 2^31 frames a second
    "avi, strh, 28, ffffff7f01000000", // one in 68 years
    "avi, strh, 40, ffffff7f", // so many frames
    "avi, strf, 12, ffffff7fffffff7f", // 2^31 pixels wide and high
    "mp4, mvhd, 16, 000000017fffffff", // 68 years
    "mp4, mdhd, 16, 000000017fffffff",
    "mp4, mdhd, 16, 7fffffff7fffffff",
    "mp4, stts,  8, 7fffffff7fffffff", // so many pictures
    "mp4, stsz,  8, 000000007fffffff",
    "mp4, stsz,  8, 7fffffff00000003", // of 2 GB each
    "mp4, stsd, 44, ffffffff", // 65,535 pixels wide and high
    "mp4, tkhd, 80, 7fffffff7fffffff",
    "mov, stsd, 44, ffffffff",
    "mov, stco,  8, 7fffffff"
  })
  void a_header_may_claim_what_it_likes(String container, String marker, int offset, String claim)
      throws Exception {
    byte[] clip = CLIPS.get(container).clone();
    int at = new String(clip, ISO_8859_1).indexOf(marker);
    assertThat(at).as("place of " + marker).isPositive();
    ByteBuffer.wrap(clip).put(at + offset, HexFormat.of().parseHex(claim));
    try {
      find(clip);
    } catch (VideoRefusedException e) {
      assertThat(e.detail()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"ts, mpeg2video", "flv, flv", "gif, gif", "ogv, libvpx", "h264, libopenh264"})
  void other_containers_are_refused_whatever_their_name_is(String container, String codec)
      throws Exception {
    Path file = folder.resolve("other." + container);
    String pixels = codec.equals("gif") ? "rgb8" : YUV;
    Clips.pattern(file, "64x64", 0.4, 25, codec, pixels);
    assertRefused(Files.readAllBytes(file));
  }

  /**
   * Files that tell decoders to open other ones: {@code CLIP} is a good video beside them, {@code
   * HOST} a server of this machine that nobody may ask.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ffconcat version 1.0\nfile 'CLIP'\n",
        "ffconcat version 1.0\nfile 'http://HOST/a.mp4'\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://CLIP\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://HOST/a.mp4\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1,\nconcat:http://HOST/?|CLIP\n#EXT-X-ENDLIST\n",
        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\""
            + " type=\"static\"><Period><AdaptationSet mimeType=\"video/mp4\"><Representation"
            + " id=\"1\" bandwidth=\"1\">"
            + "<BaseURL>http://HOST/a.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>",
        "v=0\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\na=rtpmap:96 H264/90000\n",
        "RTSPtextrtsp://HOST/a\n",
        "[Reference]\nRef1=http://HOST/a.asf\n",
        "<asx version=\"3.0\"><entry><ref href=\"http://HOST/a.asf\"/></entry></asx>",
        "# VobSub index file, v7 (do not modify this line!)\nid: en, index: 0\n",
        "concat:CLIP|CLIP",
        "http://HOST/a.mp4",
        ""
      })
  void a_file_that_names_others_is_no_video(String text) throws Exception {
    try (ServerSocketChannel host = ServerSocketChannel.open()) {
      host.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      host.configureBlocking(false);
      int port = ((InetSocketAddress) host.getLocalAddress()).getPort();
      String clip = folder.resolve("clip.mp4").toAbsolutePath().toString();
      assertRefused(
          text.replace("CLIP", clip).replace("HOST", "127.0.0.1:" + port).getBytes(UTF_8));
      assertThat(host.accept()).as("somebody who asks").isNull();
    }
  }

  /** Else the test above would prove nothing. */
  @Test
  void a_decoder_without_our_options_does_open_the_files_that_a_list_names() throws Exception {
    Path list = folder.resolve("list.mp4");
    Files.writeString(list, "ffconcat version 1.0\nfile 'clip.mp4'\n");
    Process probe =
        new ProcessBuilder(Ffmpeg.bundled().ffprobe().toString(), "-v", "error", list.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(probe.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(probe.waitFor()).isZero();
    assertRefused(Files.readAllBytes(list));
  }

  private static void assertRefused(byte[] content) {
    assertThatThrownBy(() -> find(content))
        .isInstanceOfSatisfying(
            VideoRefusedException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(VideoProblem.NOT_ACCEPTED);
              assertThat(e.detail()).contains("no readable MP4").doesNotContain(folder.toString());
            });
  }

  /** Looks at a video of the store; in whatever way that ends, nothing of it is left. */
  private static void find(byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("input"), content);
    String fileId = files.add(ACCOUNT, file).id().text();
    try {
      finder.find(ACCOUNT, new VideoSource.File(fileId), new VideoWork());
    } catch (VideoRefusedException e) {
      assertThat(e.problem()).isIn(VideoProblem.NOT_ACCEPTED, VideoProblem.UNREADABLE);
      throw e;
    } finally {
      assertThat(files.remove(ACCOUNT, fileId)).isTrue();
      assertThat(folder.resolve("incoming")).isEmptyDirectory();
      for (ProcessHandle child : ProcessHandle.current().children().toList()) {
        child.onExit().get(10, TimeUnit.SECONDS);
      }
    }
  }
}
