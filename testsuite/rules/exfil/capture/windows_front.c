// target: x86_64-w64-mingw32
// expected-no-diagnostics
/* A game keeps what is typed into its own window, to play it again. */
#include <stdio.h>
#include <windows.h>

static FILE *replay;

static LRESULT CALLBACK good_window(HWND window, UINT message, WPARAM w, LPARAM l) {
    RAWINPUT input;
    UINT size = sizeof input;
    if (message == WM_INPUT &&
        GetRawInputData((HRAWINPUT)l, RID_INPUT, &input, &size, sizeof(RAWINPUTHEADER)) != (UINT)-1)
        fprintf(replay, "%hu,", input.data.keyboard.VKey);
    return DefWindowProcA(window, message, w, l);
}

BOOL start(HINSTANCE self) {
    WNDCLASSA class = {.lpfnWndProc = good_window, .hInstance = self, .lpszClassName = "race"};
    RegisterClassA(&class);
    HWND window = CreateWindowA("race", "Race", WS_VISIBLE, 0, 0, 640, 480, NULL, NULL, self, NULL);
    RAWINPUTDEVICE device = {.usUsagePage = 1, .usUsage = 6, .hwndTarget = window};
    replay = fopen("last.replay", "ab");
    return replay && RegisterRawInputDevices(&device, 1, sizeof device);
}
