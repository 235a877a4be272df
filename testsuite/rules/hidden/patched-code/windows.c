/* Functions and import tables that are written over. */
// target: x86_64-w64-mingw32
#include <windows.h>

void bad_scan(void) {
    static const unsigned char clean[] = {0x31, 0xc0, 0xc3};
    DWORD before;
    HMODULE module = LoadLibraryA("amsi.dll");
    void *scan = (void *)GetProcAddress(module, "AmsiScanBuffer");
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/patched-code]}}
    if (scan && VirtualProtect(scan, sizeof clean, PAGE_EXECUTE_READWRITE, &before)) {
        CopyMemory(scan, clean, sizeof clean);
        VirtualProtect(scan, sizeof clean, before, &before);
    }
}

void bad_written(void) {
    static const unsigned char none[] = {0xc3};
    void *trace = (void *)GetProcAddress(GetModuleHandleA("ntdll.dll"), "EtwEventWrite");
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/patched-code]}}
    WriteProcessMemory(GetCurrentProcess(), trace, none, sizeof none, NULL);
}

void bad_imports(void *instead) {
    BYTE *base = (BYTE *)GetModuleHandleA(NULL);
    IMAGE_NT_HEADERS *head = (IMAGE_NT_HEADERS *)(base + ((IMAGE_DOS_HEADER *)base)->e_lfanew);
    IMAGE_DATA_DIRECTORY *where = &head->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
    IMAGE_IMPORT_DESCRIPTOR *import = (IMAGE_IMPORT_DESCRIPTOR *)(base + where->VirtualAddress);
    IMAGE_THUNK_DATA *thunk = (IMAGE_THUNK_DATA *)(base + import->FirstThunk);
    DWORD before;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/patched-code]}}
    if (VirtualProtect(&thunk->u1.Function, sizeof(void *), PAGE_READWRITE, &before))
        thunk->u1.Function = (ULONGLONG)instead;
}

/* Memory of its own becomes code. */
void *good_translated(const void *code, SIZE_T size) {
    DWORD before;
    void *page = VirtualAlloc(NULL, size, MEM_COMMIT, PAGE_READWRITE);
    if (!page)
        return NULL;
    CopyMemory(page, code, size);
    return VirtualProtect(page, size, PAGE_EXECUTE_READ, &before) ? page : NULL;
}

/* A function is looked up to be called; another process gets data. */
int good_called(HANDLE process, void *room, const char *text) {
    int (*start)(void) =
        (int (*)(void))(void *)GetProcAddress(GetModuleHandleA("press.dll"), "start");
    WriteProcessMemory(process, room, text, lstrlenA(text) + 1, NULL);
    return start ? start() : -1;
}
