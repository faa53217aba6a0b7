# One INTERFACE target carries language level, warnings, sanitizers and the Qt
# defines; every target of the project links it. The helper, which has no Qt and
# whose filter of system calls no sanitizer survives, links the first part alone.
add_library(portolan_language INTERFACE)
add_library(portolan_options INTERFACE)
target_link_libraries(portolan_options INTERFACE portolan_language)

target_compile_features(portolan_language INTERFACE cxx_std_20)
target_include_directories(portolan_language INTERFACE
    "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/core" "${PROJECT_SOURCE_DIR}/ui")
target_compile_definitions(portolan_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_KEYWORDS
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    PORTOLAN_VERSION="${PROJECT_VERSION}")
target_compile_options(portolan_language INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wimplicit-fallthrough -Wextra-semi)
if(PORTOLAN_WARNINGS_AS_ERRORS)
    target_compile_options(portolan_language INTERFACE -Werror)
endif()
if(PORTOLAN_SANITIZE)
    target_compile_options(portolan_options INTERFACE
        -fsanitize=${PORTOLAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(portolan_options INTERFACE -fsanitize=${PORTOLAN_SANITIZE})
endif()
if(PORTOLAN_BUILD_FUZZERS)
    # The fuzzer steers by the coverage of the code under test, so that needs counters too.
    target_compile_options(portolan_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
