@echo off
rem The Stint CLI from a checkout, from any folder.
setlocal
set "root=%~dp0.."
set "node=%root%\node_modules\node\bin\node.exe"
set "stint=%root%\out\cli\stint.js"
if exist "%node%" if exist "%stint%" goto run
node "%root%\scripts\setup.mjs" --build 1>&2
if errorlevel 1 exit /b 1
:run
"%node%" "%stint%" %*
exit /b %errorlevel%
