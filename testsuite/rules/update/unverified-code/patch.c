// target: x86_64-w64-mingw32
/* Names behind a folder that ends as folders of Windows do. */
#include <windows.h>

#include <urlmon.h>

#include <stdio.h>

static BOOL start(const char *path) {
    STARTUPINFOA begin = {.cb = sizeof begin};
    PROCESS_INFORMATION made;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return CreateProcessA(path, NULL, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, NULL, &begin,
                          &made);
}

void bad_patch(void) {
    char folder[MAX_PATH], path[MAX_PATH + 20];
    GetTempPathA(sizeof folder, folder);
    snprintf(path, sizeof path, "%smeter_patch.exe", folder);
    if (SUCCEEDED(URLDownloadToFileA(NULL, "https://get.meter.example/patch.exe", path, 0, NULL)))
        start(path);
}

static BOOL open_with_viewer(const char *path) {
    STARTUPINFOA begin = {.cb = sizeof begin};
    PROCESS_INFORMATION made;
    char line[MAX_PATH + 20];
    snprintf(line, sizeof line, "viewer.exe %s", path);
    return CreateProcessA("C:\\Program Files\\Meter\\viewer.exe", line, NULL, NULL, FALSE, 0, NULL,
                          NULL, &begin, &made);
}

void good_picture(void) {
    char folder[MAX_PATH], path[MAX_PATH + 20];
    GetTempPathA(sizeof folder, folder);
    snprintf(path, sizeof path, "%smeter_picture.png", folder);
    if (SUCCEEDED(URLDownloadToFileA(NULL, "https://get.meter.example/today.png", path, 0, NULL)))
        open_with_viewer(path);
}
