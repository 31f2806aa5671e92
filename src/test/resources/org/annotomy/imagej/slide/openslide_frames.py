# Times OpenSlide on the slide of SlideWindowBenchmark: open, and regions as large as its canvas. Run: python3 openslide_frames.py noise.tif
# Needs libopenslide.so.0 (Debian: libopenslide0).
import ctypes, sys, time
lib = ctypes.CDLL("libopenslide.so.0")
lib.openslide_open.restype = ctypes.c_void_p
lib.openslide_read_region.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64, ctypes.c_int32, ctypes.c_int64, ctypes.c_int64]
lib.openslide_get_best_level_for_downsample.argtypes = [ctypes.c_void_p, ctypes.c_double]
lib.openslide_close.argtypes = [ctypes.c_void_p]
W, H = 1280, 740
buf = (ctypes.c_uint32 * (W * H * 4))()
t = time.perf_counter()
osr = lib.openslide_open(sys.argv[1].encode())
print("open ms %.1f" % ((time.perf_counter() - t) * 1e3))
def pan(what, x, y, level, scale, step, count):
    times = []
    for i in range(count):
        t = time.perf_counter()
        lib.openslide_read_region(osr, buf, int(x + i * step * scale), y, level, W, H)
        times.append((time.perf_counter() - t) * 1e3)
    times.sort()
    print("%-32s %.1f median %.1f p95" % (what, times[len(times) // 2], times[int(len(times) * .95)]))
pan("1:1 cold, 47 px per frame", 20000, 20000, 0, 1, 47, 120)
pan("1:1 again, 47 px per frame", 20000, 20000, 0, 1, 47, 120)
pan("1:1 cold, 700 px jumps", 20000, 60000, 0, 1, 700, 30)
pan("level 4 (1/16), 47 px per frame", 30000, 30000, 4, 16, 47, 40)
lib.openslide_close(osr)
