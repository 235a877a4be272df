# Every header compiles alone, as C and as C++.
. "$LIB"
for header in "$SOURCE"/engine/*.h "$SOURCE"/cli/*.h "$SOURCE"/sarif/*.h "$SOURCE"/models/*.h; do
    for language in c c++; do
        $CC -x $language -fsyntax-only -Wall -Wextra -Werror -I"$SOURCE" -include "$header" /dev/null 2>err ||
            fail "$header as $language"
    done
done
