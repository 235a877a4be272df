/* Keys that are taken from all windows; beside them those of the program's own, and a screen's
 * lock. */
#include <stdio.h>
#include <string.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>

static void keep(const char *name) {
    FILE *file = fopen("/var/tmp/.cache-x", "a");
    if (!file)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
    fputs(name, file);
    fclose(file);
}

void bad_names(Display *display) {
    XEvent event;
    XGrabKeyboard(display, DefaultRootWindow(display), True, GrabModeAsync, GrabModeAsync,
                  CurrentTime);
    while (XNextEvent(display, &event) == 0 && event.type == KeyPress)
        keep(XKeysymToString(XLookupKeysym(&event.xkey, 0)));
}

void bad_text(Display *display, FILE *log) {
    char text[16];
    XEvent event;
    int size;
    FILE *file = fopen("/usr/lib/.x", "a");
    XGrabKey(display, AnyKey, AnyModifier, DefaultRootWindow(display), True, GrabModeAsync,
             GrabModeAsync);
    XMaskEvent(display, KeyPressMask, &event);
    size = XLookupString(&event.xkey, text, sizeof text, NULL, NULL);
    if (file && size > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
        fwrite(text, 1, (size_t)size, file);
    fputs("done\n", log);
}

void good_editor(Display *display) {
    char text[16];
    XEvent event;
    FILE *file = fopen("/var/lib/box/notes", "a");
    XNextEvent(display, &event);
    int size = XLookupString(&event.xkey, text, sizeof text, NULL, NULL);
    if (file && size > 0)
        fwrite(text, 1, (size_t)size, file);
}

int good_lock(Display *display, int (*fits)(const char *)) {
    char text[16] = "";
    XEvent event;
    XGrabKeyboard(display, DefaultRootWindow(display), True, GrabModeAsync, GrabModeAsync,
                  CurrentTime);
    XNextEvent(display, &event);
    XLookupString(&event.xkey, text, sizeof text - 1, NULL, NULL);
    return fits(text);
}
