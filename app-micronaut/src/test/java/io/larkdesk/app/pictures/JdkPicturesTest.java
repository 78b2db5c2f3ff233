package io.larkdesk.app.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.attachment.FileBytes;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.FileType;
import io.larkdesk.core.attachment.Picture;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.attachment.Thumbnail;
import io.larkdesk.core.attachment.UploadAttachment;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import io.larkdesk.testkit.memory.InMemoryObjectStore;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdkPicturesTest {

    private final InMemoryDesk desk = new InMemoryDesk(new ManualClock());
    private final Scene scene = new Scene(desk, new SeededRandomness(5));
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Person ann = scene.person(acme, "Ann");
    private final UploadAttachment upload = new UploadAttachment(
            desk.transactions(),
            desk.members(),
            desk.attachments(),
            new FileBytes(desk.transactions(), desk.attachments(), new InMemoryObjectStore()),
            new JdkPictures(),
            new AttachmentPolicy(
                    20_000_000,
                    100_000_000,
                    Storage.DATABASE,
                    1_000,
                    AttachmentPolicy.DEFAULT.unboundFor(),
                    AttachmentPolicy.DEFAULT.silentFor()),
            new SeededRandomness(6));

    JdkPicturesTest() {
        scene.join(group, ann);
    }

    private Attachment upload(byte[] content) {
        UploadAttachment.Result result = upload.execute(
                new UploadAttachment.Command(group.id(), ann.id(), FileName.NAMELESS, "", Optional.empty()),
                new ByteArrayInputStream(content)::read);
        return ((UploadAttachment.Uploaded) result).attachment();
    }

    private BufferedImage thumbnail(Attachment file) throws IOException {
        Thumbnail thumbnail = desk.attachments().findThumbnail(file.id()).orElseThrow();
        return ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
    }

    /** Red on the left, blue on the right. */
    private static BufferedImage twoColours(int width, int height, int kind) {
        BufferedImage image = new BufferedImage(width, height, kind);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static boolean isRed(int rgb) {
        return (rgb >> 16 & 0xFF) > 180 && (rgb & 0xFF) < 80;
    }

    @ParameterizedTest
    @CsvSource({
        "png, 2000, 1000, 640, 320",
        "jpg, 1000, 4000, 160, 640",
        "gif, 100, 60, 100, 60",
        "png, 9000, 3, 640, 1"
    })
    void aPictureHasASmallCopy(String format, int width, int height, int smallWidth, int smallHeight)
            throws IOException {
        Attachment file = upload(encoded(twoColours(width, height, BufferedImage.TYPE_INT_RGB), format));

        assertThat(file.picture()).contains(new Picture(width, height, true));
        BufferedImage small = thumbnail(file);
        assertThat(small.getWidth()).isEqualTo(smallWidth);
        assertThat(small.getHeight()).isEqualTo(smallHeight);
        assertThat(isRed(small.getRGB(2, 0))).isTrue();
        assertThat(isRed(small.getRGB(smallWidth - 3, 0))).isFalse();
    }

    @Test
    void whatShinesThroughShinesThroughStill() throws IOException {
        Attachment file = upload(encoded(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB), "png"));

        assertThat(desk.attachments().findThumbnail(file.id()).orElseThrow().type())
                .isEqualTo(FileType.PNG);
        assertThat(thumbnail(file).getRGB(10, 10) >>> 24).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, left", "2, right", "3, right", "4, left", "5, top", "6, top", "7, bottom", "8, bottom"})
    void photosStandUpright(int orientation, String red) throws IOException {
        byte[] jpeg = encoded(twoColours(200, 100, BufferedImage.TYPE_INT_RGB), "jpg");
        Attachment file = upload(withExif(jpeg, orientation));

        boolean turned = orientation >= 5;
        assertThat(file.picture()).contains(new Picture(turned ? 100 : 200, turned ? 200 : 100, true));
        BufferedImage small = thumbnail(file);
        int right = small.getWidth() - 6;
        int bottom = small.getHeight() - 6;
        assertThat(isRed(small.getRGB(5, 5))).isEqualTo(red.equals("left") || red.equals("top"));
        assertThat(isRed(small.getRGB(right, 5))).isEqualTo(red.equals("right") || red.equals("top"));
        assertThat(isRed(small.getRGB(5, bottom))).isEqualTo(red.equals("left") || red.equals("bottom"));
    }

    @Test
    void nothingOfWhereAPhotoWasTakenIsInItsCopy() throws IOException {
        byte[] jpeg = withExif(encoded(twoColours(20, 20, BufferedImage.TYPE_INT_RGB), "jpg"), 1);
        Attachment file = upload(jpeg);

        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).contains("Exif");
        assertThat(new String(
                        desk.attachments()
                                .findThumbnail(file.id())
                                .orElseThrow()
                                .bytes(),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
    }

    private static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer with = ByteBuffer.allocate(jpeg.length + 36);
        with.put(jpeg, 0, 2);
        with.putShort((short) 0xFFE1).putShort((short) 34);
        with.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        with.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        with.putShort((short) orientation).putShort((short) 0).putInt(0);
        return with.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A header that promises more pixels than anybody has memory for. */
    @ParameterizedTest
    @CsvSource({"30001, 1", "10000, 5001", "2147483647, 2147483647"})
    void whatWouldTakeTooMuchMemoryIsNotDecoded(int width, int height) throws IOException {
        byte[] png = encoded(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());

        assertThat(upload(png).picture()).isEmpty();
    }

    /** A few kilobytes of text that would be more than an array can hold. */
    @Test
    void whatAPictureSaysBesidesIsNotUnpacked() throws IOException {
        byte[] png = encoded(twoColours(40, 20, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer with = ByteBuffer.allocate(png.length + 4_000_000);
        int afterHeader = 33;
        with.put(png, 0, afterHeader);
        with.put(chunk("zTXt", bomb(2_200)));
        with.put(png, afterHeader, png.length - afterHeader);

        assertThat(upload(Arrays.copyOf(with.array(), with.position())).picture())
                .contains(new Picture(40, 20, true));
    }

    /** A text of so many megabytes, deflated. */
    private static byte[] bomb(int megabytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(new byte[1 << 20]);
        byte[] block = new byte[1 << 20];
        int first = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
        deflater.setInput(new byte[1 << 20]);
        byte[] next = new byte[1 << 20];
        int length = deflater.deflate(next, 0, next.length, Deflater.FULL_FLUSH);
        deflater.end();
        ByteBuffer text = ByteBuffer.allocate(10 + first + length * megabytes);
        text.put("Comment\0\0".getBytes(StandardCharsets.US_ASCII)).put(block, 0, first);
        for (int i = 0; i < megabytes; i++) {
            text.put(next, 0, length);
        }
        return Arrays.copyOf(text.array(), text.position());
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) sum.getValue()).array();
    }

    /** As a whole they are kept beside the heap. */
    @ParameterizedTest
    @CsvSource({"2000, 1000, true", "4000, 2500, false"})
    void aLargeProgressivePictureHasNoSmallCopy(int width, int height, boolean hasCopy) throws IOException {
        byte[] jpeg = progressive(twoColours(width, height, BufferedImage.TYPE_INT_RGB));

        assertThat(upload(jpeg).picture()).contains(new Picture(width, height, hasCopy));
    }

    @ParameterizedTest
    @CsvSource({"5, true", "100, false"})
    void aPictureThatIsDrawnAgainAndAgainHasNoSmallCopy(int more, boolean hasCopy) throws IOException {
        byte[] jpeg = progressive(twoColours(200, 100, BufferedImage.TYPE_INT_RGB));
        int last = new String(jpeg, StandardCharsets.ISO_8859_1).lastIndexOf("\u00FF\u00DA");
        int scan = jpeg.length - 2 - last;
        ByteBuffer again = ByteBuffer.allocate(jpeg.length + more * scan);
        again.put(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < more; i++) {
            again.put(jpeg, last, scan);
        }
        again.put(jpeg, jpeg.length - 2, 2);

        assertThat(upload(again.array()).picture()).contains(new Picture(200, 100, hasCopy));
    }

    /** What a segment holds is no marker: neither the end, before further scans, nor one that hides where a picture of several begins. */
    @ParameterizedTest
    @CsvSource({"FFFE0004FFD9, scan", "FF01, begin", "FFFF, begin", "FF02, scan", "FF02, begin"})
    void scansCannotBeHidden(String hiding, String before) throws IOException {
        byte[] jpeg = progressive(twoColours(200, 100, BufferedImage.TYPE_INT_RGB));
        byte[] between = HexFormat.of().parseHex(hiding);
        String text = new String(jpeg, StandardCharsets.ISO_8859_1);
        int place = before.equals("begin") ? 2 : text.indexOf("\u00FF\u00DA", text.indexOf("\u00FF\u00DA") + 1);
        ByteBuffer with = ByteBuffer.allocate(jpeg.length + between.length);
        with.put(jpeg, 0, place).put(between).put(jpeg, place, jpeg.length - place);

        assertThat(scans(jpeg)).isGreaterThan(5);
        assertThat(scans(with.array())).isEqualTo(scans(jpeg));
    }

    /** A stream of tables alone may come first, and the image after its end. */
    @Test
    void scansCannotBeHiddenBehindTables() throws IOException {
        byte[] jpeg = progressive(twoColours(200, 100, BufferedImage.TYPE_INT_RGB));
        ByteBuffer with = ByteBuffer.allocate(jpeg.length + 4);
        with.put(HexFormat.of().parseHex("FFD8FFD9")).put(jpeg);

        assertThat(Scans.of(new MemoryCacheImageInputStream(new ByteArrayInputStream(with.array())))
                        .areFew(new Extent(200, 100)))
                .isFalse();
    }

    private static int scans(byte[] jpeg) throws IOException {
        return Scans.of(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)))
                .count();
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        return Encoded.of(image, "jpg", param -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60})
    void aDamagedPictureIsAFile(int length) throws IOException {
        byte[] png = encoded(twoColours(300, 300, BufferedImage.TYPE_INT_RGB), "png");

        assertThat(upload(Arrays.copyOf(png, length)).picture()).isEmpty();
    }

    /** The smallest lossy, lossless and extended files. */
    @ParameterizedTest
    @CsvSource({
        "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA, 1, 1",
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==, 1, 1",
        "UklGRhYAAABXRUJQVlA4WAoAAAAQAAAA8wEAKwEA, 500, 300"
    })
    void webpIsMeasuredAndNotCopied(String base64, int width, int height) {
        Attachment file = upload(Base64.getDecoder().decode(base64));

        assertThat(file.type()).isEqualTo(FileType.WEBP);
        assertThat(file.picture()).contains(new Picture(width, height, false));
    }

    @Test
    void webpWithoutDimensionsIsAFile() {
        assertThat(upload("RIFF1234WEBPVP8 ".getBytes(StandardCharsets.US_ASCII))
                        .picture())
                .isEmpty();
        assertThat(upload("RIFF1234WEBPOTHER and more and more".getBytes(StandardCharsets.US_ASCII))
                        .picture())
                .isEmpty();
    }
}
