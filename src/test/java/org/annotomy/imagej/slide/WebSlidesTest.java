package org.annotomy.imagej.slide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.annotomy.geometry.Box;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.lab.SlideLab;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.slide.Slide;
import org.annotomy.slide.TileAddress;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import com.sun.net.httpserver.HttpServer;

public class WebSlidesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final Map<String, byte[]> values = new HashMap<>();
	private HttpServer server;
	private volatile int statusOfMissing = 404;

	@Before
	public void serve() throws IOException {
		put(".zgroup", "{'zarr_format':2}");
		put(".zattrs", "{'multiscales':[{'version':'0.4','axes':[{'name':'y','type':'space','unit':'micrometer'},"
				+ "{'name':'x','type':'space','unit':'micrometer'}],'datasets':[{'path':'0','coordinateTransformations':"
				+ "[{'type':'scale','scale':[0.5,0.5]}]}]}]}");
		put("0/.zarray", "{'zarr_format':2,'shape':[40,40],'chunks':[40,40],'dtype':'|u1','compressor':null,'fill_value':0,"
				+ "'order':'C','filters':null}");
		values.put("0/0.0", new byte[1600]);
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", exchange -> {
			byte[] value = values.get(exchange.getRequestURI().getPath().replaceFirst("^/[^/]*/[^/]*/", ""));
			exchange.sendResponseHeaders(value == null ? statusOfMissing : 200, value == null ? -1 : value.length);
			if (value != null) exchange.getResponseBody().write(value);
			exchange.close();
		});
		server.start();
	}

	private void put(String key, String json) {
		values.put(key, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
	}

	@After
	public void end() {
		server.stop(0);
	}

	private String address(String path) {
		return "http://127.0.0.1:" + server.getAddress().getPort() + path;
	}

	private AnnotationSession session(Slide slide) throws Exception {
		SessionOptions options = new SessionOptions(null, SessionOptions.Recovery.RECOVER, StoreOptions.of("r-1"));
		return new SessionOpener(ImageReaders.discover(), Protocols.find(), options).open(slide, Progress.NONE);
	}

	@Test
	public void labelsAreFoundAgainInTheFolder() throws Exception {
		Path labels = folder.getRoot().toPath().resolve("new/labels");
		WebSlides web = new WebSlides(labels);
		AnnotationSession first = session(web.open(address("/a/slide.zarr"), "", Progress.NONE));
		assertEquals(4, new SlideLab(first).addGrid(new Box(0, 0, 40, 40), 20, ""));
		first.save(Progress.NONE);
		Path sidecar = first.source().sidecar();
		assertEquals(labels, sidecar.getParent());
		assertTrue(Files.exists(sidecar.resolveSibling(sidecar.getFileName() + ".geojson")));
		first.close();
		first.image().close();
		AnnotationSession second = session(web.open(address("/a/slide.zarr"), "", Progress.NONE));
		assertEquals(4, second.document().objects().size());
		second.close();
		second.image().close();
		try (Slide again = web.open(address("/a/slide.zarr/"), " ", Progress.NONE);
				Slide other = web.open(address("/b/slide.zarr"), "", Progress.NONE)) {
			assertEquals(sidecar, again.facts().sidecar());
			assertFalse("another slide of that name", sidecar.equals(other.facts().sidecar()));
			assertEquals(first.source().identity().hashes(), again.facts().identity().hashes());
		}
	}

	/** S3 says 403 of a key that is not there to whoever may not list keys: one tile may be missing, all of them are not. */
	@Test
	public void aServerThatRefusesEveryTileIsTold() throws Exception {
		byte[] tile = values.remove("0/0.0");
		statusOfMissing = 403;
		TileAddress first = new TileAddress(0, 0, 0, 0, 0, 0);
		try (Slide slide = new WebSlides(folder.getRoot().toPath()).open(address("/a/slide.zarr"), "", Progress.NONE)) {
			assertEquals("nothing has been asked for", Optional.empty(), slide.remark());
			assertEquals("left out", 0, ((byte[]) slide.readTile(first).samples())[0]);
			assertTrue(slide.remark().orElseThrow().contains("403"));
			values.put("0/0.0", tile);
			slide.readTile(first);
			assertEquals("one tile was given", Optional.empty(), slide.remark());
		}
		values.remove("0/0.0");
		statusOfMissing = 404;
		try (Slide slide = new WebSlides(folder.getRoot().toPath()).open(address("/a/slide.zarr"), "", Progress.NONE)) {
			slide.readTile(first);
			assertEquals("left out as they may be", Optional.empty(), slide.remark());
		}
	}

	@Test
	public void aVariableThatIsNotThereIsRefused() {
		WebSlides web = new WebSlides(folder.getRoot().toPath());
		assertThrows(ImageFormatException.class,
				() -> web.open(address("/a/slide.zarr"), "ANNOTOMY_NO_SUCH_VARIABLE", Progress.NONE));
		assertThrows(ImageFormatException.class, () -> web.open(address("/a"), "", Progress.NONE));
	}
}
