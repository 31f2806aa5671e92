package org.annotomy.slide.zarr;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** Zarr 3 with shards as its specification lays them out, in a folder, a zip archive and on a web server. */
public class ShardsTest {

	private static final int WIDTH = 50;
	private static final int HEIGHT = 36;
	private static final int CHUNK = 16;
	private static final int SHARD = 32;
	private static final short FILL = 7;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final Map<String, byte[]> values = new TreeMap<>();

	private static short value(int x, int y) {
		return x < CHUNK && y < CHUNK ? FILL : (short) (1000 * y + x);
	}

	@Before
	public void write() throws IOException {
		write("end");
	}

	private void write(String indexLocation) throws IOException {
		values.put("zarr.json",
				utf8("{'zarr_format':3,'node_type':'group','attributes':{'ome':{'version':'0.5','multiscales':[{'axes':"
						+ "[{'name':'y','type':'space','unit':'micrometer'},{'name':'x','type':'space','unit':'micrometer'}],'datasets':"
						+ "[{'path':'full','coordinateTransformations':[{'type':'scale','scale':[0.5,0.5]}]}]}],"
						+ "'omero':{'channels':[{'label':'DAPI','color':'0000FF','window':{'start':10,'end':900}}]}}}}"));
		values.put("full/zarr.json",
				utf8("{'zarr_format':3,'node_type':'array','shape':[36,50],'data_type':'uint16','chunk_grid':"
						+ "{'name':'regular','configuration':{'chunk_shape':[32,32]}},'chunk_key_encoding':{'name':'default','configuration':"
						+ "{'separator':'/'}},'fill_value':7,'codecs':[{'name':'sharding_indexed','configuration':{'chunk_shape':[16,16],'codecs':"
						+ "[{'name':'transpose','configuration':{'order':[1,0]}},{'name':'bytes','configuration':{'endian':'big'}},{'name':'gzip',"
						+ "'configuration':{'level':5}},{'name':'crc32c'}],'index_codecs':[{'name':'bytes','configuration':{'endian':'little'}},"
						+ "{'name':'crc32c'}],'index_location':'" + indexLocation + "'}}]}"));
		for (int row = 0; row * SHARD < HEIGHT; row++)
			for (int column = 0; column * SHARD < WIDTH; column++)
				values.put("full/c/" + row + "/" + column, shard(row, column, indexLocation.equals("start")));
	}

	private static byte[] utf8(String json) {
		return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] shard(int row, int column, boolean indexFirst) throws IOException {
		ByteBuffer index = ByteBuffer.allocate(4 * 16 + 4).order(ByteOrder.LITTLE_ENDIAN);
		ByteArrayOutputStream chunks = new ByteArrayOutputStream();
		int base = indexFirst ? index.capacity() : 0;
		for (int y = 0; y < 2; y++)
			for (int x = 0; x < 2; x++) {
				boolean empty = row == 0 && column == 0 && y == 0 && x == 0;
				byte[] chunk = empty ? new byte[0] : chunk(column * SHARD + x * CHUNK, row * SHARD + y * CHUNK);
				index.putLong(empty ? -1 : base + chunks.size()).putLong(empty ? -1 : chunk.length);
				chunks.writeBytes(chunk);
			}
		index.putInt(sum(index.array(), 64));
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.writeBytes(indexFirst ? index.array() : chunks.toByteArray());
		all.writeBytes(indexFirst ? chunks.toByteArray() : index.array());
		return all.toByteArray();
	}

	private static int sum(byte[] bytes, int count) {
		CRC32C sum = new CRC32C();
		sum.update(bytes, 0, count);
		return (int) sum.getValue();
	}

	/** Column by column, big endian, packed, with a checksum. */
	private static byte[] chunk(int left, int top) throws IOException {
		ByteBuffer plain = ByteBuffer.allocate(2 * CHUNK * CHUNK);
		for (int x = 0; x < CHUNK; x++)
			for (int y = 0; y < CHUNK; y++)
				plain.putShort(value(left + x, top + y));
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(plain.array());
		}
		int sum = sum(packed.toByteArray(), packed.size());
		packed.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(sum).array());
		return packed.toByteArray();
	}

	private static void assertPicture(Slide slide) throws IOException {
		short[] expected = new short[WIDTH * HEIGHT];
		for (int i = 0; i < expected.length; i++)
			expected[i] = value(i % WIDTH, i / WIDTH);
		assertArrayEquals(expected, (short[]) SlidePixels.level(slide, 0, 0, 0, 0));
		assertEquals(CHUNK, slide.levels().get(0).tileWidth());
		assertEquals("DAPI", slide.facts().channels().get(0).name());
		assertEquals(0x0000ff, slide.facts().channels().get(0).rgb());
		assertEquals(900, slide.facts().channels().get(0).max(), 0);
		assertEquals(0.5, slide.facts().pixelWidthUm(), 0);
	}

	private Path unpacked() throws IOException {
		Path root = folder.newFolder().toPath();
		for (Map.Entry<String, byte[]> value : values.entrySet()) {
			Path file = root.resolve(value.getKey());
			Files.createDirectories(file.getParent());
			Files.write(file, value.getValue());
		}
		return root;
	}

	@Test
	public void inAFolder() throws IOException {
		for (String location : new String[]{"end", "start"}) {
			write(location);
			Path root = unpacked();
			assertTrue(new ZarrSlideReader().recognises(root));
			assertTrue(new ZarrSlideReader().recognises(root.resolve("zarr.json")));
			try (Slide slide = new ZarrSlideReader().open(root, Progress.NONE)) {
				assertPicture(slide);
				assertEquals(root, slide.facts().sidecar());
			}
		}
	}

	@Test
	public void inAZipArchive() throws IOException {
		for (String prefix : new String[]{"", "picture.zarr/"}) {
			Path zip = folder.newFolder().toPath().resolve("picture.zarr.zip");
			try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
				for (Map.Entry<String, byte[]> value : values.entrySet()) {
					out.putNextEntry(new ZipEntry(prefix + value.getKey()));
					out.write(value.getValue());
				}
			}
			assertTrue(new ZarrSlideReader().recognises(zip));
			try (Slide slide = new ZarrSlideReader().open(zip, Progress.NONE)) {
				assertPicture(slide);
			}
		}
	}

	@Test
	public void onAWebServer() throws IOException {
		Path labels = folder.getRoot().toPath().resolve("labels");
		for (boolean ranges : new boolean[]{true, false}) {
			AtomicInteger parts = new AtomicInteger();
			HttpServer server = server("/data/", exchange -> answer(exchange, ranges, parts));
			try (Slide slide = ZarrSlideReader.open(WebAddress.of(address(server, "/data/picture.zarr"), null), labels,
					Progress.NONE)) {
				assertPicture(slide);
				assertEquals("picture.zarr", slide.facts().title());
				assertEquals(labels, slide.facts().sidecar());
				assertEquals(ranges, parts.get() > 10);
				assertEquals("address", slide.facts().identity().hashes().get(0).of());
			} finally {
				server.stop(0);
			}
		}
	}

	private static HttpServer server(String path, HttpHandler handler) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext(path, handler);
		server.start();
		return server;
	}

	private static String address(HttpServer server, String path) {
		return "http://127.0.0.1:" + server.getAddress().getPort() + path;
	}

	@Test
	public void whatTheServerWantsIsSentAndNeverTold() throws IOException {
		HttpServer server = server("/data/", exchange -> {
			boolean known = "Bearer hush".equals(exchange.getRequestHeaders().getFirst("Authorization"));
			if (known) answer(exchange, true, new AtomicInteger());
			else send(exchange, 401, null);
		});
		String address = address(server, "/data/picture.zarr");
		try (Slide slide = ZarrSlideReader.open(WebAddress.of(address, "Bearer hush"), null, Progress.NONE)) {
			assertPicture(slide);
			assertFalse(slide.facts().toString().contains("hush"));
			IOException refused = assertThrows(ImageFormatException.class,
					() -> ZarrSlideReader.open(WebAddress.of(address, "Bearer wrong"), null, Progress.NONE));
			assertTrue(refused.getMessage(), refused.getMessage().contains("credentials"));
			assertFalse(refused.getMessage().contains("wrong"));
			assertFalse(WebAddress.of(address, "Bearer hush").toString().contains("hush"));
		} finally {
			server.stop(0);
		}
	}

	/** Elsewhere on the same server is followed, another host, or another program on that host, is not asked. */
	@Test
	public void onlyTheNamedServerIsAsked() throws IOException {
		AtomicInteger asked = new AtomicInteger();
		HttpServer other = server("/", exchange -> {
			asked.incrementAndGet();
			send(exchange, 200, new byte[1]);
		});
		HttpServer server = server("/data/", exchange -> answer(exchange, true, new AtomicInteger()));
		server.createContext("/old/", exchange -> {
			exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getPath().replace("/old/", "/data/"));
			send(exchange, 302, null);
		});
		server.createContext("/away/", exchange -> {
			exchange.getResponseHeaders().set("Location", address(other, "/").replace("127.0.0.1", "localhost"));
			send(exchange, 302, null);
		});
		server.createContext("/door/", exchange -> {
			exchange.getResponseHeaders().set("Location", address(other, "/"));
			send(exchange, 302, null);
		});
		try (Slide slide = ZarrSlideReader.open(WebAddress.of(address(server, "/old/picture.zarr"), null), null, Progress.NONE)) {
			assertPicture(slide);
			for (String path : new String[]{"/away/picture.zarr", "/door/picture.zarr"})
				assertThrows(ImageFormatException.class,
						() -> ZarrSlideReader.open(WebAddress.of(address(server, path), null), null, Progress.NONE));
			assertEquals(0, asked.get());
		} finally {
			server.stop(0);
			other.stop(0);
		}
	}

	/** What lies at an address is somebody else's work: it must not send the user's credentials away. */
	@Test
	public void aDescriptionLeadsNowhereElse() throws IOException {
		AtomicInteger asked = new AtomicInteger();
		HttpServer other = server("/", exchange -> {
			asked.incrementAndGet();
			send(exchange, 404, null);
		});
		HttpServer server = server("/data/picture.zarr/", exchange -> answer(exchange, true, new AtomicInteger()));
		server.createContext("/", exchange -> {
			asked.incrementAndGet();
			send(exchange, 404, null);
		});
		String elsewhere = address(other, "/picture.zarr");
		WebAddress address = WebAddress.of(address(server, "/data/picture.zarr"), "Bearer hush");
		try {
			for (String path : new String[]{elsewhere, elsewhere.substring("http:".length()), "/data/other.zarr", "../other.zarr",
					"full/../../other.zarr", "mailto:x", "?x=1", "#x"}) {
				write("end");
				values.put("zarr.json", withLevel(path));
				assertThrows(path, ImageFormatException.class, () -> ZarrSlideReader.open(address, null, Progress.NONE));
				assertEquals(path, 0, asked.get());
			}
		} finally {
			server.stop(0);
			other.stop(0);
		}
	}

	private byte[] withLevel(String path) {
		String json = new String(values.get("zarr.json"), StandardCharsets.UTF_8);
		return json.replace("\"path\":\"full\"", "\"path\":\"" + path + "\"").getBytes(StandardCharsets.UTF_8);
	}

	@Test
	public void pathsMayHoldAnyCharacter() throws IOException {
		String path = "full size: 100 % \u00b5?#[1]";
		Map<String, byte[]> renamed = new TreeMap<>();
		values.put("zarr.json", withLevel(path));
		values.forEach((key, value) -> renamed.put(key.replace("full/", path + "/"), value));
		values.clear();
		values.putAll(renamed);
		HttpServer server = server("/data/", exchange -> answer(exchange, true, new AtomicInteger()));
		try (Slide slide = ZarrSlideReader.open(WebAddress.of(address(server, "/data/picture.zarr"), null), null,
				Progress.NONE)) {
			assertPicture(slide);
		} finally {
			server.stop(0);
		}
	}

	@Test
	public void theUserNeedNotWaitForASilentServer() throws IOException {
		CountDownLatch end = new CountDownLatch(1);
		HttpServer server = server("/", exchange -> {
			try {
				end.await();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		Progress impatient = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody looks.
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		try {
			assertThrows(CancelledException.class,
					() -> ZarrSlideReader.open(WebAddress.of(address(server, "/x.zarr"), null), null, impatient));
		} finally {
			end.countDown();
			server.stop(0);
		}
	}

	@Test
	public void addressesThatAreRefused() {
		for (String address : new String[]{"", "x.zarr", "ftp://host/x.zarr", "file:///etc", "http:///x",
				"https://user:hush@host/x.zarr",
				"https://host/x.zarr?key=hush", "https://host/x.zarr#hush", "https://ho st/"}) {
			IOException refused = assertThrows(address, ImageFormatException.class, () -> WebAddress.of(address, null));
			assertFalse(refused.getMessage(), refused.getMessage().contains("hush"));
		}
		assertThrows(ImageFormatException.class, () -> WebAddress.of("http://host/x.zarr", "Bearer hush"));
	}

	private void answer(HttpExchange exchange, boolean ranges, AtomicInteger parts) throws IOException {
		byte[] value = values.get(exchange.getRequestURI().getPath().substring("/data/picture.zarr/".length()));
		String range = exchange.getRequestHeaders().getFirst("Range");
		int status = value == null ? 404 : 200;
		if (value != null && range != null && ranges) {
			String[] ends = range.substring("bytes=".length()).split("-", 2);
			int from = ends[0].isEmpty() ? value.length - Integer.parseInt(ends[1]) : Integer.parseInt(ends[0]);
			int to = ends[0].isEmpty() ? value.length : Integer.parseInt(ends[1]) + 1;
			value = java.util.Arrays.copyOfRange(value, from, to);
			status = 206;
			parts.incrementAndGet();
		}
		send(exchange, status, value);
	}

	private static void send(HttpExchange exchange, int status, byte[] value) throws IOException {
		exchange.sendResponseHeaders(status, value == null ? -1 : value.length);
		if (value != null) exchange.getResponseBody().write(value);
		exchange.close();
	}

	@Test
	public void aWrongChecksumIsTold() throws IOException {
		byte[] shard = values.get("full/c/0/1");
		shard[20] ^= 1;
		try (Slide slide = new ZarrSlideReader().open(unpacked(), Progress.NONE)) {
			ImageFormatException told = assertThrows(ImageFormatException.class, () -> SlidePixels.level(slide, 0, 0, 0, 0));
			assertTrue(told.getMessage(), told.getMessage().contains("checksum"));
		}
	}

	@Test
	public void whatIsNotThereOrTooLargeIsRefused() throws IOException {
		for (String[] change : new String[][]{{"'shape':[36,50]", "'shape':[36,50000000000]"}, {"[32,32]", "[4000000,4000000]"},
				{"gzip", "unheard-of"},
				{"uint16", "complex64"}, {"'order':[1,0]", "'order':[1,1]"}, {"'chunk_shape':[16,16]", "'chunk_shape':[0,16]"}}) {
			write("end");
			String json = new String(values.get("full/zarr.json"), StandardCharsets.UTF_8);
			String changed = json.replace(change[0].replace('\'', '"'), change[1].replace('\'', '"'));
			assertTrue(change[0], !json.equals(changed));
			values.put("full/zarr.json", changed.getBytes(StandardCharsets.UTF_8));
			Path root = unpacked();
			assertThrows(change[1], ImageFormatException.class, () -> {
				try (Slide slide = new ZarrSlideReader().open(root, Progress.NONE)) {
					SlidePixels.level(slide, 0, 0, 0, 0);
				}
			});
		}
	}

	@Test
	public void keysDoNotLeadOutOfTheFolder() throws IOException {
		values.put("zarr.json", new String(values.get("zarr.json"), StandardCharsets.UTF_8).replace("\"full\"", "\"../outside\"")
				.getBytes(StandardCharsets.UTF_8));
		Path root = unpacked();
		Path outside = Files.createDirectories(root.resolveSibling("outside"));
		Files.write(outside.resolve("zarr.json"), values.get("full/zarr.json"));
		assertThrows(ImageFormatException.class, () -> new ZarrSlideReader().open(root, Progress.NONE).close());
	}
}
