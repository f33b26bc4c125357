# Man pages from docs/commands/*.md (where lowdown is installed) and completion scripts from the program itself.

set(completions ${PROJECT_BINARY_DIR}/completions)
add_custom_command(
  OUTPUT ${completions}/vaughn ${completions}/_vaughn ${completions}/vaughn.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
  COMMAND vaughn completion bash > ${completions}/vaughn
  COMMAND vaughn completion zsh > ${completions}/_vaughn
  COMMAND vaughn completion fish > ${completions}/vaughn.fish
  DEPENDS vaughn
  COMMENT "Completion scripts" VERBATIM)
add_custom_target(vaughn_completions ALL
  DEPENDS ${completions}/vaughn ${completions}/_vaughn ${completions}/vaughn.fish)
install(FILES ${completions}/vaughn DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completions}/_vaughn DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${completions}/vaughn.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

find_program(LOWDOWN lowdown)
if(NOT LOWDOWN)
  message(STATUS "lowdown was not found: no man pages (Debian: apt install lowdown)")
  return()
endif()
set(pages "")
foreach(name IN ITEMS vaughn LISTS VAUGHN_COMMANDS)
  if(name IN_LIST VAUGHN_HIDDEN_COMMANDS)
    continue()
  endif()
  set(page vaughn-${name})
  if(name STREQUAL "vaughn")
    set(page vaughn)
  endif()
  set(made ${PROJECT_BINARY_DIR}/man1/${page}.1)
  add_custom_command(
    OUTPUT ${made}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/man1
    COMMAND ${LOWDOWN} -s -Tman -M title=${page} -M section=1 -M "source=vaughn ${PROJECT_VERSION}"
      -o ${made} ${PROJECT_SOURCE_DIR}/docs/commands/${name}.md
    DEPENDS ${PROJECT_SOURCE_DIR}/docs/commands/${name}.md
    COMMENT "Man page ${page}(1)" VERBATIM)
  list(APPEND pages ${made})
endforeach()
add_custom_target(vaughn_man_pages ALL DEPENDS ${pages})
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
